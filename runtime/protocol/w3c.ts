import {
  baggageEntryMetadataFromString,
  createTraceState,
  isSpanContextValid,
  propagation,
  ROOT_CONTEXT,
  trace,
} from '@opentelemetry/api';
import type { BaggageEntry, Context } from '@opentelemetry/api';

export type TextMapCarrier = Record<string, string>;

// https://www.w3.org/TR/trace-context/#traceparent-header
const TRACEPARENT = /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/;
// https://www.w3.org/TR/baggage/#limits, and the count that OpenTelemetry's own propagator holds to.
const MAX_BAGGAGE_LENGTH = 8192;
const MAX_BAGGAGE_ENTRIES = 180;

function toBaggageHeader(context: Context): string {
  let header = '';
  for (const [key, { value, metadata }] of (propagation.getBaggage(context)?.getAllEntries() ?? []).slice(
    0,
    MAX_BAGGAGE_ENTRIES,
  )) {
    const suffix = metadata ? `;${metadata.toString()}` : '';
    const entry = `${header && ','}${encodeURIComponent(key)}=${encodeURIComponent(value)}${suffix}`;
    if (header.length + entry.length <= MAX_BAGGAGE_LENGTH) header += entry;
  }
  return header;
}

function fromBaggageHeader(header: string): Record<string, BaggageEntry> {
  const entries: Record<string, BaggageEntry> = {};
  for (const member of header.slice(0, MAX_BAGGAGE_LENGTH).split(',').slice(0, MAX_BAGGAGE_ENTRIES)) {
    const [pair = '', ...properties] = member.split(';');
    const separator = pair.indexOf('=');
    if (separator <= 0) continue;
    const key = decodeURIComponent(pair.slice(0, separator).trim());
    const value = decodeURIComponent(pair.slice(separator + 1).trim());
    const metadata = properties.join(';').trim();
    entries[key] = metadata ? { value, metadata: baggageEntryMetadataFromString(metadata) } : { value };
  }
  return entries;
}

/** Writes W3C Trace Context and W3C Baggage; undone by {@link extractW3C}. */
export function injectW3C(context: Context, carrier: TextMapCarrier): void {
  const span = trace.getSpanContext(context);
  if (span && isSpanContextValid(span)) {
    const flags = span.traceFlags.toString(16).padStart(2, '0');
    carrier['traceparent'] = `00-${span.traceId}-${span.spanId}-${flags}`;
    const traceState = span.traceState?.serialize();
    if (traceState) carrier['tracestate'] = traceState;
  }
  const baggage = toBaggageHeader(context);
  if (baggage) carrier['baggage'] = baggage;
}

/** Undoes {@link injectW3C}; what is malformed is left out, never an error. */
export function extractW3C(carrier: Readonly<TextMapCarrier>): Context {
  let context = ROOT_CONTEXT;
  const { traceparent, tracestate, baggage } = carrier;
  const [, version, traceId, spanId, flags, rest] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  if (traceId && spanId && flags && version !== 'ff' && !(version === '00' && rest)) {
    const traceFlags = Number.parseInt(flags, 16);
    const span = { traceId, spanId, traceFlags, isRemote: true };
    const traceState = tracestate ? { traceState: createTraceState(tracestate) } : undefined;
    if (isSpanContextValid(span)) context = trace.setSpanContext(context, { ...span, ...traceState });
  }
  try {
    if (baggage)
      context = propagation.setBaggage(context, propagation.createBaggage(fromBaggageHeader(baggage)));
  } catch {
    // A percent sign that encodes nothing: a context without baggage.
  }
  return context;
}
