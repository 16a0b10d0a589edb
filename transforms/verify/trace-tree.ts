import type { SeenSpan } from './contracts.js';

/** A span with those that it is the parent of, in the order of their starts. */
export interface TraceTree {
  readonly span: SeenSpan;
  readonly children: readonly TraceTree[];
}

/** The spans of one trace as trees: more than one where it has several roots, or parents that were not seen. */
export function buildTrees(spans: readonly SeenSpan[]): TraceTree[] {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  const children = new Map<string, SeenSpan[]>();
  const tops: SeenSpan[] = [];
  for (const span of spans) {
    const { parentSpanId } = span;
    if (parentSpanId === undefined || !ids.has(parentSpanId) || parentSpanId === span.spanId) tops.push(span);
    else children.set(parentSpanId, [...(children.get(parentSpanId) ?? []), span]);
  }
  const grow = (span: SeenSpan): TraceTree => ({
    span,
    children: (children.get(span.spanId) ?? []).map(grow),
  });
  return tops.map(grow);
}

/** The spans of each trace, the traces in the order of their first spans. */
export function groupTraces(spans: readonly SeenSpan[]): ReadonlyMap<string, readonly SeenSpan[]> {
  const traces = new Map<string, SeenSpan[]>();
  for (const span of spans) {
    const trace = traces.get(span.traceId);
    if (trace) trace.push(span);
    else traces.set(span.traceId, [span]);
  }
  return traces;
}
