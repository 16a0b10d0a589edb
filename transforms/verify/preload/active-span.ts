import type { ReadableSpan } from './span-data.js';

/** A context of the API's. */
export interface Context {
  getValue(key: symbol): unknown;
}

/** The API's `createContextKey(d)` is `Symbol.for(d)`. */
const SPAN_KEY = Symbol.for('OpenTelemetry Context Key SPAN');

/** The ids of the span that is active in a context. */
export function activeSpanIn(
  context: Context | undefined,
): { readonly traceId: string; readonly spanId: string; readonly isRemote?: boolean } | undefined {
  return (context?.getValue(SPAN_KEY) as ReadableSpan | undefined)?.spanContext();
}
