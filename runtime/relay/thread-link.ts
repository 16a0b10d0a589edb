import type { Worker } from 'node:worker_threads';
import type { NestedRelayNews } from '../protocol/nested-relay.js';
import { ThreadCounters } from '../protocol/message-counters.js';
import type { MessageCounters } from '../protocol/message-counters.js';
import { SPANS_WAIT } from '../protocol/span-message.js';
import type { RelayMessage, SpanMessage, SpanRingNews } from '../protocol/span-message.js';
import { decodeSpan } from '../protocol/span-text.js';
import { closeOpenSpans, spanId } from './open-spans.js';
import type { PacedHandover } from './paced-handover.js';
import type { ThreadInfo } from './relayed-span.js';
import { RelayPort } from './relay-port.js';
import { SpanRingReader } from './span-ring-reader.js';
import { Standby } from './standby.js';
import type { SpanOutlet } from './span-outlet.js';
import type { OnNews, WorkerLink, WorkerNews } from './worker-link.js';

function isSpanMessage(message: RelayMessage): message is SpanMessage {
  return Array.isArray(message);
}

function isPage(message: SharedArrayBuffer | SpanRingNews | WorkerNews): message is SharedArrayBuffer {
  return 'byteLength' in message;
}

/** The main thread's end of the relay of a worker that is a thread; closes itself when the worker is gone. */
export class ThreadLink implements WorkerLink {
  readonly closed: Promise<void>;
  readonly #port: RelayPort;
  readonly #counters: ThreadCounters;
  readonly #thread: ThreadInfo;
  /** Where the worker notes its open spans. */
  readonly #pages: SharedArrayBuffer[] = [];
  /** On the workers of the worker. */
  readonly #standbys = new Map<number, Standby>();
  #isPolled = false;
  #seenCount: number;
  /** How many of the posts that are counted have come here; wraps around as they do. */
  #receivedCount: number;
  #isClosed = false;
  #ring: SpanRingReader | undefined;
  #lastSpan: SpanMessage | string | undefined;

  constructor(
    worker: Worker,
    counters: MessageCounters,
    private readonly outlet: SpanOutlet,
    private readonly handover: PacedHandover,
    private readonly onNews: OnNews,
  ) {
    const { threadId } = worker;
    this.#counters = new ThreadCounters(counters, threadId);
    this.#seenCount = this.#receivedCount = this.#counters.posted;
    this.#thread = { id: threadId, name: `worker-${threadId}` };
    this.#port = new RelayPort(threadId, (message) => this.#receive(message));
    this.closed = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#receiveAll();
        this.#isClosed = true;
        this.#port.close();
        this.#closeOpenSpans();
        this.#replaceRelay();
        resolve(this.handover.emptied);
      });
    });
  }

  drain(): undefined {
    const count = this.#counters.posted;
    if (this.#isClosed || count === this.#seenCount) return;
    this.#seenCount = count;
    this.#readRing();
    // To ask the port costs as much as a span does.
    if (this.#receivedCount !== count) this.#receiveAll();
  }

  setPolled(isPolled: boolean): void {
    this.#isPolled = isPolled;
    if (this.#ring) this.#ring.isPolled = isPolled;
  }

  #receiveAll(): void {
    this.#port.receiveAll();
    this.#readRing();
    this.outlet.drop(this.#counters.takeLost());
  }

  #receive(message: RelayMessage): void {
    this.#countReceived();
    if (isSpanMessage(message)) {
      // What went before it comes before it; what goes after it through the ring may do so as well.
      this.#readRing();
      this.#takeSpan(message);
      return;
    }
    this.#counters.addTaken();
    if (message === SPANS_WAIT) this.#readRing();
    else if (isPage(message)) this.#pages.push(message);
    else if ('ring' in message) this.#addRing(message);
    else {
      if ('nestedThreadId' in message) this.#followNested(message);
      this.onNews(message, this.#thread);
    }
  }

  #countReceived(): void {
    this.#receivedCount = (this.#receivedCount + 1) | 0;
  }

  #addRing({ ring }: SpanRingNews): void {
    this.#ring = new SpanRingReader(ring);
    this.#ring.isPolled = this.#isPolled;
    this.#readRing();
  }

  #readRing(): void {
    this.#ring?.readAll(this.#takeText);
  }

  readonly #takeText = (text: string): void => {
    this.#countReceived();
    this.#takeSpan(text);
  };

  #takeSpan(span: SpanMessage | string): void {
    this.#lastSpan = span;
    if (this.#standbys.size > 0) {
      const message = typeof span === 'string' ? decodeSpan(span) : span;
      for (const standby of this.#standbys.values()) standby.note(message);
    }
    this.handover.take(span, this.#thread, this.#countTaken);
  }

  readonly #countTaken = (): void => this.#counters.addTaken();

  #followNested({ nestedThreadId, isThere }: NestedRelayNews): void {
    const former = this.#standbys.get(nestedThreadId);
    if (isThere && !former) this.#standbys.set(nestedThreadId, new Standby(nestedThreadId));
    if (isThere || !former) return;
    former.close();
    this.#standbys.delete(nestedThreadId);
  }

  /** Hands over what the worker, now that it is gone, does not relay any more. */
  #replaceRelay(): void {
    for (const standby of this.#standbys.values()) {
      for (const span of standby.close()) {
        if (span) this.handover.take(span, standby.thread, () => {});
        else this.outlet.drop(1);
      }
    }
    this.#standbys.clear();
  }

  /** Hands over, ended by us, what the worker had open when it went. */
  #closeOpenSpans(): void {
    const last = typeof this.#lastSpan === 'string' ? decodeSpan(this.#lastSpan) : this.#lastSpan;
    const lastSpanId = last && spanId(last);
    for (const span of this.#pages.splice(0).flatMap(closeOpenSpans)) {
      if (!span) this.outlet.drop(1);
      // A worker may die after it has posted a span and before it has taken it off its open ones.
      else if (spanId(span) !== lastSpanId) this.handover.take(span, this.#thread, () => {});
    }
  }
}
