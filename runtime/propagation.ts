import {
  baggageEntryMetadataFromString,
  createContextKey,
  createTraceState,
  isSpanContextValid,
  propagation,
  ROOT_CONTEXT,
  trace,
} from '@opentelemetry/api';
import type { Baggage, BaggageEntry, Context, SpanContext } from '@opentelemetry/api';
import type { BaggageEntryData, SpanContextData, ThreadCarrier } from './protocol.js';

// The key of @opentelemetry/core's suppressTracing(): `createContextKey(d)` is `Symbol.for(d)`.
const SUPPRESS_TRACING = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');

export function isTracingSuppressed(context: Context): boolean {
  return context.getValue(SUPPRESS_TRACING) === true;
}

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
  if (isRemote !== undefined) context.isRemote = isRemote;
  return context;
}

function toBaggageData(baggage: Baggage): BaggageEntryData[] {
  return baggage
    .getAllEntries()
    .map(([key, { value, metadata }]) => (metadata ? [key, value, metadata.toString()] : [key, value]));
}

function fromBaggageData(entries: readonly BaggageEntryData[]): Baggage {
  const baggage: Record<string, BaggageEntry> = {};
  for (const [key, value, metadata] of entries) {
    baggage[key] = metadata ? { value, metadata: baggageEntryMetadataFromString(metadata) } : { value };
  }
  return propagation.createBaggage(baggage);
}

/** Takes what crosses to another thread out of a context; `undefined` where there is nothing to carry. */
export function captureContext(context: Context): ThreadCarrier | undefined {
  const spanContext = trace.getSpanContext(context);
  const span = spanContext && isSpanContextValid(spanContext) ? toSpanContextData(spanContext) : undefined;
  const entries = propagation.getBaggage(context);
  const baggage = entries && toBaggageData(entries);
  const suppressed = isTracingSuppressed(context);
  if (!span && !baggage?.length && !suppressed) return undefined;
  return { ...(span && { span }), ...(baggage?.length && { baggage }), ...(suppressed && { suppressed }) };
}

/** Makes a context of what {@link captureContext} took. A malformed carrier gives no parent, never an error. */
export function restoreContext(carrier: ThreadCarrier): Context {
  let context = ROOT_CONTEXT;
  try {
    if (carrier.span) {
      const spanContext = fromSpanContextData(carrier.span);
      if (isSpanContextValid(spanContext)) context = trace.setSpanContext(context, spanContext);
    }
    if (carrier.baggage) context = propagation.setBaggage(context, fromBaggageData(carrier.baggage));
    if (carrier.suppressed) context = context.setValue(SUPPRESS_TRACING, true);
  } catch {
    return ROOT_CONTEXT;
  }
  return context;
}
