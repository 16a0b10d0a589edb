import type { SpanContext } from '@opentelemetry/api';
import type { CollectedSpan } from './collected-span.js';

/** What is known of a parent. */
export type ParentContext = Pick<SpanContext, 'spanId' | 'isRemote'> & { readonly traceId?: string };

/** The parent of a span, by whichever name its SDK has; `undefined` for the first of a trace. */
export function parentOf(span: CollectedSpan): ParentContext | undefined {
  const { parentSpanContext, parentSpanId } = span;
  if (parentSpanContext) return parentSpanContext;
  // What comes from OTLP has an empty one.
  return parentSpanId ? { spanId: parentSpanId } : undefined;
}

/** Tells a span from all others of all traces. */
export function keyOf(span: CollectedSpan): string {
  const { traceId, spanId } = span.spanContext();
  return `${traceId}:${spanId}`;
}
