import {
  baggageEntryMetadataFromString,
  createContextKey,
  diag,
  isSpanContextValid,
  propagation,
  ROOT_CONTEXT,
  trace,
  TraceFlags,
} from '@opentelemetry/api';
import type { Baggage, BaggageEntry, Context } from '@opentelemetry/api';
import { CarriedContext } from './carried-context.js';
import { toCarrierText } from '../protocol/carrier-text.js';
import type {
  BaggageEntryData,
  CarrierExtras,
  CarrierTuple,
  ContextEntryData,
  ThreadCarrier,
} from '../protocol/carrier.js';
import { fromSpanContextData, toSpanContextData } from './span-context-data.js';

// The key of @opentelemetry/core's suppressTracing(): `createContextKey(d)` is `Symbol.for(d)`.
const SUPPRESS_TRACING = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');

export function isTracingSuppressed(context: Context): boolean {
  return context.getValue(SUPPRESS_TRACING) === true;
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

function isClonable(value: unknown): boolean {
  if (typeof value !== 'object' && typeof value !== 'function') return typeof value !== 'symbol';
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}

/** What a context holds under the given keys; a value that no other thread can have stays behind, and `diag` is told. */
function toEntries(context: Context, keys: readonly symbol[]): ContextEntryData[] {
  const entries: ContextEntryData[] = [];
  for (const key of keys) {
    const value = context.getValue(key);
    const description = Symbol.keyFor(key);
    if (value === undefined || description === undefined) continue;
    if (isClonable(value)) entries.push([description, value]);
    else
      diag.warn(
        `traced-pool: the value of the context key "${description}" cannot be cloned, and stays behind`,
      );
  }
  return entries;
}

/**
 * Takes what crosses to another thread out of a context; `undefined` where there is nothing to carry.
 *
 * @param keys further keys whose values cross; made by `createContextKey()`, which gives `Symbol.for(description)`.
 */
export function captureContext(context: Context, keys: readonly symbol[] = []): ThreadCarrier | undefined {
  if (context === ROOT_CONTEXT) return undefined;
  const spanContext = trace.getSpanContext(context);
  const span = spanContext && isSpanContextValid(spanContext) ? toSpanContextData(spanContext) : undefined;
  const baggageEntries = propagation.getBaggage(context);
  const baggage = baggageEntries && toBaggageData(baggageEntries);
  const suppressed = isTracingSuppressed(context);
  const entries = keys.length > 0 ? toEntries(context, keys) : [];
  if (!baggage?.length && !suppressed && entries.length === 0) return span && (toCarrierText(span) ?? span);
  const [traceId, spanId, traceFlags, traceState, isRemote] = span ?? ['', '', TraceFlags.NONE];
  const extras: CarrierExtras = {
    ...(baggage?.length && { baggage }),
    ...(suppressed && { suppressed }),
    ...(entries.length > 0 && { entries }),
  };
  return [traceId, spanId, traceFlags, traceState, isRemote, extras];
}

function fromTuple([traceId, spanId, traceFlags, traceState, isRemote, extras]: CarrierTuple): Context {
  let context = ROOT_CONTEXT;
  const spanContext = fromSpanContextData([traceId, spanId, traceFlags, traceState, isRemote]);
  if (isSpanContextValid(spanContext)) context = trace.setSpanContext(context, spanContext);
  if (!extras) return context;
  if (extras.baggage) context = propagation.setBaggage(context, fromBaggageData(extras.baggage));
  if (extras.suppressed) context = context.setValue(SUPPRESS_TRACING, true);
  for (const [description, value] of extras.entries ?? [])
    context = context.setValue(createContextKey(description), value);
  return context;
}

let lastCarried = new CarriedContext('');

/** Makes a context of what {@link captureContext} took. A malformed carrier gives no parent, never an error. */
export function restoreContext(carrier: ThreadCarrier): Context {
  try {
    if (typeof carrier !== 'string') return fromTuple(carrier);
    // The tasks of one request come one after the other, as often as not.
    if (lastCarried.text !== carrier) lastCarried = new CarriedContext(carrier);
    return lastCarried;
  } catch {
    return ROOT_CONTEXT;
  }
}
