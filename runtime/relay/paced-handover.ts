import type { SpanMessage } from '../protocol/span-message.js';
import type { ThreadInfo } from './relayed-span.js';
import type { SpanOutlet } from './span-outlet.js';

/** The SDK's batch processor exports once it holds so many (`maxExportBatchSize`) ... */
const FLUSH_AFTER_SPANS = 512;
/** ... and throws away what comes while it holds 2,048 (`maxQueueSize`); others may fill it besides us. */
const MAX_UNFLUSHED_SPANS = 1536;
/** An exporter that is slower keeps neither the tasks' results waiting, nor this thread's memory. */
const MAX_PAUSE_MILLIS = 1000;

interface Delivery {
  readonly message: SpanMessage;
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
  #emptied: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined;

  constructor(private readonly outlet: SpanOutlet) {}

  /** Hands a span over, now or after those that wait already. */
  take(message: SpanMessage, thread: ThreadInfo, onTaken: () => void): void {
    if (this.#waiting.length > 0 || this.#unflushedCount >= MAX_UNFLUSHED_SPANS)
      this.#waiting.push({ message, thread, onTaken });
    else this.#handOver({ message, thread, onTaken });
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

  #handOver({ message, thread, onTaken }: Delivery): void {
    this.outlet.handOver(message, thread);
    onTaken();
    this.#unflushedCount++;
    if (this.#unflushedCount >= FLUSH_AFTER_SPANS && !this.#isFlushing) void this.#flush();
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
    const room = MAX_UNFLUSHED_SPANS - this.#unflushedCount;
    const deliveries = this.#waiting.slice(0, room);
    this.#waiting = this.#waiting.slice(room);
    for (const delivery of deliveries) this.#handOver(delivery);
    if (this.#waiting.length > 0) return;
    this.#emptied?.resolve();
    this.#emptied = undefined;
  }
}
