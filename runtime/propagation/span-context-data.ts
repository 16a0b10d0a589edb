import { createTraceState } from '@opentelemetry/api';
import type { SpanContext } from '@opentelemetry/api';
import type { SpanContextData } from '../protocol/carrier.js';

/** Turns a span context into plain data; undone by {@link fromSpanContextData}. */
export function toSpanContextData(context: SpanContext): SpanContextData {
  const { traceId, spanId, traceFlags, traceState, isRemote } = context;
  if (isRemote === undefined && traceState === undefined) return [traceId, spanId, traceFlags];
  return [traceId, spanId, traceFlags, traceState?.serialize(), isRemote];
}

/** Undoes {@link toSpanContextData}. */
export function fromSpanContextData(data: SpanContextData): SpanContext {
  const [traceId, spanId, traceFlags, traceState, isRemote] = data;
  const context: SpanContext = { traceId, spanId, traceFlags };
  if (traceState) context.traceState = createTraceState(traceState);
  // Not `undefined` where it has come as JSON.
  if (typeof isRemote === 'boolean') context.isRemote = isRemote;
  return context;
}
