import type { Attributes } from '@opentelemetry/api';
import type { SpanContextData } from '../protocol/carrier.js';
import type { OpenSpanData, ScopeData } from '../protocol/span-message.js';

// A span's names are short; one that is not must leave room for the rest.
const MAX_NAME_LENGTH = 256;
// The most bytes that UTF-8 takes for a UTF-16 code unit.
const MAX_UTF8_BYTES = 3;

const scopeTexts = new WeakMap<ScopeData, string>();

/** As a scope is that of many spans. */
function encodeScope(scope: ScopeData): string {
  let text = scopeTexts.get(scope);
  if (text === undefined) scopeTexts.set(scope, (text = JSON.stringify(scope)));
  return text;
}

/** Ids are hexadecimal, so that they need no escapes; a trace state may. */
function encodeContext([traceId, spanId, traceFlags, traceState, isRemote]: SpanContextData): string {
  if (traceState === undefined && isRemote === undefined) return `["${traceId}","${spanId}",${traceFlags}]`;
  return JSON.stringify([traceId, spanId, traceFlags, traceState ?? undefined, isRemote]);
}

function isEmpty(attributes: Attributes): boolean {
  for (const _key in attributes) return false;
  return true;
}

function fits(text: string, maxBytes: number): boolean {
  return text.length * MAX_UTF8_BYTES <= maxBytes || Buffer.byteLength(text) <= maxBytes;
}

/**
 * An {@link OpenSpanData} as JSON, made by hand because `JSON.stringify()` of the whole takes three times as long. What
 * is too long goes without links and attributes, which are then counted as dropped.
 */
export function encodeOpenSpan(span: OpenSpanData, maxBytes: number): string {
  const [name, kind, context, parent, [seconds, nanos], scope, attributes, links, dropped] = span;
  const head = `${kind},${encodeContext(context)},${parent ? encodeContext(parent) : null},[${seconds},${nanos}],`;
  const text =
    `[${JSON.stringify(name)},${head}${encodeScope(scope)},` +
    `${isEmpty(attributes) ? '{}' : JSON.stringify(attributes)},` +
    `${links.length === 0 ? '[]' : JSON.stringify(links)},[${dropped.join()}]]`;
  if (fits(text, maxBytes)) return text;
  const [droppedAttributes, droppedEvents, droppedLinks] = dropped;
  const counts = [
    droppedAttributes + Object.keys(attributes).length,
    droppedEvents,
    droppedLinks + links.length,
  ];
  const briefly = JSON.stringify(name.slice(0, MAX_NAME_LENGTH));
  const short = `[${briefly},${head}${encodeScope(scope)},{},[],[${counts.join()}]]`;
  return fits(short, maxBytes) ? short : `[${briefly},${head}{"name":""},{},[],[${counts.join()}]]`;
}
