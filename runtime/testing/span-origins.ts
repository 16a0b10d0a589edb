import type { CollectedSpan, SpanSource } from './collected-span.js';

const collectors = new WeakMap<CollectedSpan, SpanSource>();

/** Notes which collector a span is from; {@link collectorOf} tells it. */
export function noteCollector(span: CollectedSpan, collector: SpanSource): void {
  collectors.set(span, collector);
}

/** The collector that a span is from, as noted by {@link noteCollector}. */
export function collectorOf(span: CollectedSpan): SpanSource | undefined {
  return collectors.get(span);
}
