import { diag } from '@opentelemetry/api';
import type { SpanMessage } from '../protocol/span-message.js';
import { decodeSpan } from '../protocol/span-text.js';
import type { ThreadInfo } from './relayed-span.js';
import type { SpanOutlet } from './span-outlet.js';
import { clearTimeout, setImmediate, setTimeout } from '../real-timers.js';

/** The SDK's batch processor exports once it holds so many (`maxExportBatchSize`) ... */
const FLUSH_AFTER_SPANS = 512;
/** ... and throws away what comes while it holds 2,048 (`maxQueueSize`); others may fill it besides us. */
const MAX_UNFLUSHED_SPANS = 1536;
/** An exporter that is slower keeps neither the tasks' results waiting, nor this thread's memory. */
const MAX_PAUSE_MILLIS = 1000;

/** A span as a worker gave it: read when it is handed over, not before. */
type GivenSpan = SpanMessage | string;

interface Delivery {
  readonly span: GivenSpan;
  readonly thread: ThreadInfo;
  /** Called when the span has been handed over. */
  readonly onTaken: () => void;
}

/**
 * Hands spans over no faster than the application's processors export them, as a batch processor throws away what
 * exceeds its queue: after some spans it asks them to flush, and holds back what comes before they have. Also gives
 * the event loop a turn in between.
 */
export class PacedHandover {
  #waiting: Delivery[] = [];
  #unflushedCount = 0;
  #isFlushing = false;
  /** How many more spans may be handed over before the event loop has had a turn. */
  #leftInTurn: number;
  #isTurnAsked = false;
  #emptied: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined;

  /** @param maxSpansATurn how many spans are handed over before the event loop has a turn. */
  constructor(
    private readonly outlet: SpanOutlet,
    private readonly maxSpansATurn: number,
  ) {
    this.#leftInTurn = maxSpansATurn;
  }

  /** Hands a span over, now or after those that wait already. */
  take(span: GivenSpan, thread: ThreadInfo, onTaken: () => void): void {
    if (this.#waiting.length > 0 || this.#room <= 0) this.#waiting.push({ span, thread, onTaken });
    else this.#handOver(span, thread, onTaken);
  }

  /** Resolves when nothing waits any more; `undefined` where nothing does. */
  get emptied(): Promise<void> | undefined {
    if (this.#waiting.length === 0) return undefined;
    if (!this.#emptied) {
      let resolve = () => {};
      this.#emptied = { promise: new Promise<void>((resolver) => (resolve = resolver)), resolve };
    }
    return this.#emptied.promise;
  }

  get #room(): number {
    return Math.min(MAX_UNFLUSHED_SPANS - this.#unflushedCount, this.#leftInTurn);
  }

  #handOver(span: GivenSpan, thread: ThreadInfo, onTaken: () => void): void {
    try {
      this.outlet.handOver(typeof span === 'string' ? decodeSpan(span) : span, thread);
    } catch (error) {
      diag.error('traced-pool: a span of a worker could not be read', error);
      this.outlet.drop(1);
    }
    onTaken();
    this.#unflushedCount++;
    if (--this.#leftInTurn <= 0) this.#askForTurn();
    if (this.#unflushedCount >= FLUSH_AFTER_SPANS && !this.#isFlushing) void this.#flush();
  }

  #askForTurn(): void {
    if (this.#isTurnAsked) return;
    this.#isTurnAsked = true;
    setImmediate(() => {
      this.#isTurnAsked = false;
      this.#leftInTurn = this.maxSpansATurn;
      this.#continue();
    });
  }

  async #flush(): Promise<void> {
    this.#isFlushing = true;
    const flushedCount = this.#unflushedCount;
    let timer: NodeJS.Timeout | undefined;
    const pause = new Promise<void>((resolve) => (timer = setTimeout(resolve, MAX_PAUSE_MILLIS)));
    await Promise.race([this.outlet.flush(), pause]);
    clearTimeout(timer);
    await new Promise((resolve) => setImmediate(resolve));
    this.#isFlushing = false;
    this.#unflushedCount -= flushedCount;
    this.#continue();
  }

  #continue(): void {
    const deliveries = this.#waiting.splice(0, this.#room);
    for (const { span, thread, onTaken } of deliveries) this.#handOver(span, thread, onTaken);
    if (this.#waiting.length > 0) return;
    this.#emptied?.resolve();
    this.#emptied = undefined;
  }
}
