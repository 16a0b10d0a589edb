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
  const context: SpanContext = { traceId: data[0], spanId: data[1], traceFlags: data[2] };
  if (data.length === 3) return context;
  const [, , , traceState, isRemote] = data;
  if (traceState) context.traceState = createTraceState(traceState);
  // Not `undefined` where it has come as JSON.
  if (typeof isRemote === 'boolean') context.isRemote = isRemote;
  return context;
}
