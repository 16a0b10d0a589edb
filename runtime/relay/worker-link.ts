import { BroadcastChannel, receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort, Worker } from 'node:worker_threads';
import { counterSlot, relayChannelName } from '../protocol.js';
import type { MessageCounters, SpanMessage } from '../protocol.js';
import type { ThreadInfo } from './relayed-span.js';
import type { SpanOutlet } from './span-outlet.js';

/** The main thread's end of one worker's relay; closes itself when the worker is gone. */
export class WorkerLink {
  /** Resolves when the worker has exited and its last span has been handed over. */
  readonly closed: Promise<void>;
  // `unref`, and the use with receiveMessageOnPort(), are missing in @types/node 20.
  readonly #channel: BroadcastChannel & { unref(): void };
  readonly #slot: number;
  readonly #thread: ThreadInfo;
  #seenCount: number;

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
    this.#channel.onmessage = (event) => this.#receive((event as { data: SpanMessage }).data);
    this.closed = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#receiveAll();
        this.#channel.close();
        resolve();
      });
    });
  }

  /** Hands over, now, all that the worker has posted so far. */
  drain(): void {
    const count = Atomics.load(this.counters, this.#slot);
    if (count === this.#seenCount) return;
    this.#seenCount = count;
    this.#receiveAll();
  }

  #receiveAll(): void {
    const port = this.#channel as unknown as MessagePort;
    for (let entry = receiveMessageOnPort(port); entry; entry = receiveMessageOnPort(port)) {
      this.#receive((entry as { message: SpanMessage }).message);
    }
  }

  #receive(message: SpanMessage): void {
    this.outlet.handOver(message, this.#thread);
  }
}
