import type { SpanContextData } from './carrier.js';

const TRACE_ID_LENGTH = 32;
const SPAN_ID_LENGTH = 16;
const FLAGS_START = TRACE_ID_LENGTH + SPAN_ID_LENGTH;
const REMOTE_START = FLAGS_START + 2;
const MAX_FLAGS = 0xff;
const REMOTE = '1';
const LOCAL = '0';

/** Writes a span context as one string; `undefined` where that would lose something. Undone by {@link fromCarrierText}. */
export function toCarrierText(data: SpanContextData): string | undefined {
  const [traceId, spanId, traceFlags, traceState, isRemote] = data;
  if (traceState !== undefined || traceFlags > MAX_FLAGS) return undefined;
  if (traceId.length !== TRACE_ID_LENGTH || spanId.length !== SPAN_ID_LENGTH) return undefined;
  const flags = traceFlags < 16 ? `0${traceFlags.toString(16)}` : traceFlags.toString(16);
  if (isRemote === undefined) return traceId + spanId + flags;
  return traceId + spanId + flags + (isRemote ? REMOTE : LOCAL);
}

/** Undoes {@link toCarrierText}. */
export function fromCarrierText(text: string): SpanContextData {
  const traceId = text.slice(0, TRACE_ID_LENGTH);
  const spanId = text.slice(TRACE_ID_LENGTH, FLAGS_START);
  const traceFlags = parseInt(text.slice(FLAGS_START, REMOTE_START), 16);
  if (text.length === REMOTE_START) return [traceId, spanId, traceFlags];
  return [traceId, spanId, traceFlags, undefined, text.slice(REMOTE_START) === REMOTE];
}
