import { BroadcastChannel, threadId } from 'node:worker_threads';
import { diag } from '@opentelemetry/api';
import { findMessageCounters, ThreadCounters } from '../protocol/message-counters.js';
import { isNestedWorker } from '../protocol/nested-relay.js';
import type { NestedRelayNews, TellNestedRelay } from '../protocol/nested-relay.js';
import { relayChannelName, SPANS_WAIT } from '../protocol/span-message.js';
import type { OpenSpanData, RelayMessage, SpanMessage } from '../protocol/span-message.js';
import type { ChunkRemnant, TaskReport } from '../protocol/task-message.js';
import { OpenSpanTable } from './open-span-table.js';
import type { Relay } from './relay.js';
import { SpanRingWriter } from './span-ring-writer.js';
import { encodeSpan } from './span-text.js';

/** How far this thread may be ahead of the main thread, which bounds the memory of a burst. */
const MAX_WAITING_MESSAGES = 16_384;
/** How long it then stands still, if the main thread does. */
const MAX_STALL_MILLIS = 5000;

function findThreadCounters(): ThreadCounters | undefined {
  const counters = findMessageCounters();
  return counters && new ThreadCounters(counters, threadId);
}

/** The relay of a worker that is a thread. */
export class ThreadRelay implements Relay {
  readonly #channel = new BroadcastChannel(relayChannelName(threadId));
  readonly #counters = findThreadCounters();
  readonly #openSpans = new OpenSpanTable((page) => this.#post(page));
  #ring: SpanRingWriter | undefined;
  #isStalled = false;

  constructor() {
    // `unref` is missing in @types/node 20; it is there since Node 15.4.
    (this.#channel as BroadcastChannel & { unref(): void }).unref();
  }

  start(span: OpenSpanData): number | undefined {
    try {
      return this.#openSpans.add(span);
    } catch (error) {
      diag.error('traced-pool: a span that starts could not be noted', error);
      return undefined;
    }
  }

  end(span: SpanMessage, handle: number | undefined): void {
    try {
      if (!this.#hasRoom()) this.#counters?.addLost();
      else if (!this.#writeToRing(span, handle)) this.#post(span);
    } catch (error) {
      diag.error('traced-pool: a span could not be relayed', error);
      this.#counters?.addLost();
    }
    // After the post: the main thread can tell that it has the span already, but not that it lost one.
    this.withdraw(handle);
  }

  withdraw(handle: number | undefined): void {
    if (handle !== undefined) this.#openSpans.remove(handle);
  }

  withdrawAll(): void {
    this.#openSpans.clear();
  }

  tell(message: TaskReport | ChunkRemnant | NestedRelayNews): void {
    try {
      this.#post(message);
    } catch (error) {
      diag.debug('traced-pool: a task could not be told of', error);
    }
  }

  readonly tellNested: TellNestedRelay = (nestedThreadId, isThere) => {
    this.tell({ nestedThreadId, isThere });
  };

  /** Waits for the main thread where it is far behind; once for each time that it stands still. */
  #hasRoom(): boolean {
    const counters = this.#counters;
    if (!counters || counters.waiting < MAX_WAITING_MESSAGES) {
      this.#isStalled = false;
      return true;
    }
    if (this.#isStalled) return false;
    const hasMoved = counters.waitForTaken(MAX_STALL_MILLIS);
    if (hasMoved) return true;
    this.#isStalled = true;
    diag.warn(
      'traced-pool: the main thread takes no spans, so those of this worker are dropped until it does',
    );
    return false;
  }

  /** Tells whether the span has gone through the ring, which has one reader and takes text alone. */
  #writeToRing(span: SpanMessage, handle: number | undefined): boolean {
    if (!this.#counters || isNestedWorker()) return false;
    const text = encodeSpan(span, handle === undefined ? undefined : this.#openSpans.head(handle));
    if (text === undefined) return false;
    const ring = this.#ring ?? this.#addRing();
    if (!ring.write(text)) return false;
    this.#counters.addPosted();
    if (ring.mustTell()) this.#post(SPANS_WAIT);
    return true;
  }

  #addRing(): SpanRingWriter {
    const ring = new SpanRingWriter();
    this.#post({ ring: ring.memory });
    return (this.#ring = ring);
  }

  #post(message: RelayMessage): void {
    this.#channel.postMessage(message);
    this.#counters?.addPosted();
  }
}
