import { diag } from '@opentelemetry/api';
import type { SpanSink } from '../options.js';
import type { SpanMessage } from '../protocol.js';
import {
  findApplicationProcessor,
  findApplicationResource,
  hasTracerProvider,
} from './application-processor.js';
import { RelayedSpan } from './relayed-span.js';
import type { ThreadInfo } from './relayed-span.js';

/** Hands relayed spans to the application's processors, and counts what it handed over and what it could not. */
export class SpanOutlet {
  handedOverCount = 0;
  droppedCount = 0;
  #hasWarned = false;

  constructor(private readonly given: SpanSink | undefined) {}

  /** Whether anybody takes spans now; an SDK may be set up after the executor. */
  isOpen(): boolean {
    if (this.given ?? findApplicationProcessor()) return true;
    if (!this.#hasWarned && hasTracerProvider()) this.#warn();
    return false;
  }

  /** Hands over one span. Never throws: what a processor throws goes to `diag`. */
  handOver(message: SpanMessage, thread: ThreadInfo): void {
    const sink = this.given ?? findApplicationProcessor();
    if (!sink) {
      this.droppedCount++;
      return;
    }
    try {
      sink.onEnd(new RelayedSpan(message, findApplicationResource(), thread) as never);
      this.handedOverCount++;
    } catch (error) {
      this.droppedCount++;
      diag.error('traced-pool: a span processor failed on a span of a worker', error);
    }
  }

  #warn(): void {
    this.#hasWarned = true;
    diag.warn(
      'traced-pool: the registered tracer provider does not show its span processors, so spans made in workers are ' +
        'not relayed; give the processor as `tracing: { spanProcessor }` to the executor',
    );
  }
}
