import { BroadcastChannel, receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort, Worker } from 'node:worker_threads';
import { ThreadCounters } from '../protocol/message-counters.js';
import type { MessageCounters } from '../protocol/message-counters.js';
import { relayChannelName } from '../protocol/span-message.js';
import type { RelayMessage, SpanMessage } from '../protocol/span-message.js';
import type { ChunkRemnant, TaskReport } from '../protocol/task-message.js';
import { closeOpenSpans } from './open-spans.js';
import type { PacedHandover } from './paced-handover.js';
import type { ThreadInfo } from './relayed-span.js';
import type { SpanOutlet } from './span-outlet.js';

/** What a worker tells besides spans. */
export type TaskNews = TaskReport | ChunkRemnant;

function isSpanMessage(message: RelayMessage): message is SpanMessage {
  return Array.isArray(message);
}

function isNews(message: SharedArrayBuffer | TaskNews): message is TaskNews {
  return 'reportId' in message || 'chunkId' in message;
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
  readonly #counters: ThreadCounters;
  readonly #thread: ThreadInfo;
  /** Where the worker notes its open spans. */
  readonly #pages: SharedArrayBuffer[] = [];
  #seenCount: number;
  #isClosed = false;
  #lastSpan: SpanMessage | undefined;

  constructor(
    worker: Worker,
    counters: MessageCounters,
    private readonly outlet: SpanOutlet,
    private readonly handover: PacedHandover,
    private readonly onNews: (news: TaskNews, thread: ThreadInfo) => void,
  ) {
    const { threadId } = worker;
    this.#counters = new ThreadCounters(counters, threadId);
    this.#seenCount = this.#counters.posted;
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
        resolve(this.handover.emptied);
      });
    });
  }

  /** Hands over, now, all that the worker has posted so far. */
  drain(): void {
    const count = this.#counters.posted;
    if (this.#isClosed || count === this.#seenCount) return;
    this.#seenCount = count;
    this.#receiveAll();
  }

  #receiveAll(): void {
    const port = this.#channel as unknown as MessagePort;
    for (let entry = receiveMessageOnPort(port); entry; entry = receiveMessageOnPort(port)) {
      this.#receive((entry as { message: RelayMessage }).message);
    }
    this.outlet.drop(this.#counters.takeLost());
  }

  #receive(message: RelayMessage): void {
    if (isSpanMessage(message)) {
      this.#lastSpan = message;
      this.handover.take(message, this.#thread, () => this.#counters.addTaken());
      return;
    }
    this.#counters.addTaken();
    if (isNews(message)) this.onNews(message, this.#thread);
    else this.#pages.push(message);
  }

  /** Hands over, ended by us, what the worker had open when it went. */
  #closeOpenSpans(): void {
    const lastSpanId = this.#lastSpan && spanId(this.#lastSpan);
    for (const span of this.#pages.splice(0).flatMap(closeOpenSpans)) {
      if (!span) this.outlet.drop(1);
      // A worker may die after it has posted a span and before it has taken it off its open ones.
      else if (spanId(span) !== lastSpanId) this.handover.take(span, this.#thread, () => {});
    }
  }
}
