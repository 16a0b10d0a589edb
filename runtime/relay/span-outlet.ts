import { diag } from '@opentelemetry/api';
import type { SpanSink } from '../tracing-options.js';
import { NESTED_RELAY } from '../protocol/nested-relay.js';
import type { TellNestedRelay } from '../protocol/nested-relay.js';
import type { SpanMessage } from '../protocol/span-message.js';
import {
  findApplicationProcessor,
  findApplicationResource,
  findRegisteredProvider,
  isUnreadable,
  splitProcessor,
} from './application-processor.js';
import { RelayedSpan } from './relayed-span.js';
import type { ThreadInfo } from './relayed-span.js';

type NestedSink = SpanSink & { readonly [NESTED_RELAY]?: TellNestedRelay };

function handTo(sink: SpanSink, span: RelayedSpan): boolean {
  try {
    sink.onEnd(span as never);
    return true;
  } catch (error) {
    diag.error('traced-pool: a span processor failed on a span of a worker', error);
    return false;
  }
}

/** Hands relayed spans to the application's processors, and counts what it handed over and what it could not. */
export class SpanOutlet {
  handedOverCount = 0;
  droppedCount = 0;
  #hasWarned = false;
  #judgedProvider: object | undefined;

  constructor(private readonly given: SpanSink | undefined) {}

  /** Whether anybody takes spans now; an SDK may be set up after the executor. */
  isOpen(): boolean {
    if (this.given ?? findApplicationProcessor()) return true;
    const provider = findRegisteredProvider();
    if (provider !== this.#judgedProvider) {
      this.#judgedProvider = provider;
      if (!this.#hasWarned && isUnreadable(provider)) this.#warn();
    }
    return false;
  }

  /**
   * Hands over one span, to each processor for itself: one that throws takes it from no other. Never throws: what a
   * processor throws goes to `diag`, and the span counts as dropped, though others may have it.
   */
  handOver(message: SpanMessage, thread: ThreadInfo): void {
    const sink = this.given ?? findApplicationProcessor();
    if (!sink) {
      this.droppedCount++;
      return;
    }
    const span = new RelayedSpan(message, findApplicationResource(), thread);
    let failureCount = 0;
    for (const each of splitProcessor(sink)) if (!handTo(each, span)) failureCount++;
    if (failureCount === 0) this.handedOverCount++;
    else this.droppedCount++;
  }

  /** Resolves when the processors have exported what they hold, or have failed to, which is theirs to tell. */
  async flush(): Promise<void> {
    try {
      await (this.given ?? findApplicationProcessor())?.forceFlush?.();
    } catch {
      // The SDK has told its error handler.
    }
  }

  /** Tells of a worker, in a thread that is one itself: see {@link NESTED_RELAY}. */
  tellNested(threadId: number, isThere: boolean): void {
    const sink = (this.given ?? findApplicationProcessor()) as NestedSink | undefined;
    sink?.[NESTED_RELAY]?.(threadId, isThere);
  }

  /** Counts spans that have not come through. */
  drop(count: number): void {
    this.droppedCount += count;
  }

  #warn(): void {
    this.#hasWarned = true;
    diag.warn(
      'traced-pool: the registered tracer provider does not show its span processors, so spans made in workers are ' +
        'not relayed; give the processor as `tracing: { spanProcessor }` to the executor',
    );
  }
}
