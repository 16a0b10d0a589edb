import { BroadcastChannel, receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort, Worker } from 'node:worker_threads';
import { counterSlot, relayChannelName } from '../protocol.js';
import type { MessageCounters, RelayMessage, SpanMessage } from '../protocol.js';
import { closeOpenSpans } from './open-spans.js';
import type { ThreadInfo } from './relayed-span.js';
import type { SpanOutlet } from './span-outlet.js';

function isSpanMessage(message: RelayMessage): message is SpanMessage {
  return Array.isArray(message);
}

function spanId([, , [, id]]: SpanMessage): string {
  return id;
}

/** The main thread's end of one worker's relay; closes itself when the worker is gone. */
export class WorkerLink {
  /** Resolves when the worker has exited and its last span has been handed over. */
  readonly closed: Promise<void>;
  // `unref`, and the use with receiveMessageOnPort(), are missing in @types/node 20.
  readonly #channel: BroadcastChannel & { unref(): void };
  readonly #slot: number;
  readonly #thread: ThreadInfo;
  /** Where the worker notes its open spans. */
  readonly #pages: SharedArrayBuffer[] = [];
  #seenCount: number;
  #isClosed = false;
  #lastSpan: SpanMessage | undefined;

  constructor(
    worker: Worker,
    private readonly counters: MessageCounters,
    private readonly outlet: SpanOutlet,
  ) {
    const { threadId } = worker;
    this.#slot = counterSlot(threadId);
    this.#seenCount = Atomics.load(counters, this.#slot);
    this.#thread = { id: threadId, name: `worker-${threadId}` };
    this.#channel = new BroadcastChannel(relayChannelName(threadId)) as BroadcastChannel & { unref(): void };
    this.#channel.unref();
    this.#channel.onmessage = (event) => this.#receive((event as { data: RelayMessage }).data);
    this.closed = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#receiveAll();
        this.#isClosed = true;
        this.#channel.close();
        this.#closeOpenSpans();
        resolve();
      });
    });
  }

  /** Hands over, now, all that the worker has posted so far. */
  drain(): void {
    const count = Atomics.load(this.counters, this.#slot);
    if (this.#isClosed || count === this.#seenCount) return;
    this.#seenCount = count;
    this.#receiveAll();
  }

  #receiveAll(): void {
    const port = this.#channel as unknown as MessagePort;
    for (let entry = receiveMessageOnPort(port); entry; entry = receiveMessageOnPort(port)) {
      this.#receive((entry as { message: RelayMessage }).message);
    }
  }

  #receive(message: RelayMessage): void {
    if (isSpanMessage(message)) {
      this.#lastSpan = message;
      this.outlet.handOver(message, this.#thread);
    } else if (typeof message === 'number') this.outlet.drop(message);
    else this.#pages.push(message);
  }

  /** Hands over, ended by us, what the worker had open when it went. */
  #closeOpenSpans(): void {
    const lastSpanId = this.#lastSpan && spanId(this.#lastSpan);
    for (const span of this.#pages.splice(0).flatMap(closeOpenSpans)) {
      if (!span) this.outlet.drop(1);
      // A worker may die after it has posted a span and before it has taken it off its open ones.
      else if (spanId(span) !== lastSpanId) this.outlet.handOver(span, this.#thread);
    }
  }
}
