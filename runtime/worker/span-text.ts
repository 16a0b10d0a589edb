import type { Attributes } from '@opentelemetry/api';
import type { SpanContextData } from '../protocol/carrier.js';
import type { OpenSpanData, ScopeData, SpanLinkData, SpanMessage } from '../protocol/span-message.js';
import { encodeContext, FIELD_END } from '../protocol/span-text.js';
import type { EndedSpanExtras, OpenSpanExtras } from '../protocol/span-text.js';

// A span's names are short; one that is not must leave room for the rest.
const MAX_NAME_LENGTH = 256;
// The most bytes that UTF-8 takes for a UTF-16 code unit.
const MAX_UTF8_BYTES = 3;
const NO_SCOPE = '{"name":""}';

const scopeTexts = new WeakMap<ScopeData, string>();

/** As a scope is that of many spans. */
function encodeScope(scope: ScopeData): string {
  let text = scopeTexts.get(scope);
  if (text === undefined) scopeTexts.set(scope, (text = JSON.stringify(scope)));
  return text;
}

function encodeIdentity(
  context: SpanContextData,
  parent: SpanContextData | undefined | null,
  kind: number,
  [seconds, nanos]: SpanMessage[4],
): string {
  return (
    encodeContext(context) +
    FIELD_END +
    (parent ? encodeContext(parent) : '') +
    `${FIELD_END}${kind}${FIELD_END}${seconds}${FIELD_END}${nanos}${FIELD_END}`
  );
}

/** What stays of a span from its start to its end: the first fields of both its texts. */
export function encodeHead(span: OpenSpanData): string {
  const [, kind, context, parent, startTime, scope] = span;
  return encodeIdentity(context, parent, kind, startTime) + encodeScope(scope) + FIELD_END;
}

function isPlainNumber(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}

/** Whether JSON gives back what it is given. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return isPlainNumber(value);
  return typeof value === 'string' || typeof value === 'boolean' || value === null;
}

/** Attributes as JSON, nothing where there are none; `undefined` where JSON cannot say one of them. */
function encodeAttributes(attributes: Attributes): string | undefined {
  let text = '';
  for (const key in attributes) {
    const value = attributes[key];
    if (!isPlain(value) && !(Array.isArray(value) && value.every(isPlain))) return undefined;
    text += `${text === '' ? '{' : ','}${JSON.stringify(key)}:${JSON.stringify(value)}`;
  }
  return text && `${text}}`;
}

const hasPlainAttributes = ({ attributes = {} }: { readonly attributes?: Attributes | undefined }): boolean =>
  encodeAttributes(attributes) !== undefined;

function isNothingDropped([attributes, events, links]: SpanMessage[12]): boolean {
  return attributes === 0 && events === 0 && links === 0;
}

function encodeOpenExtras(links: readonly SpanLinkData[], dropped: SpanMessage[12]): string {
  if (links.length === 0 && isNothingDropped(dropped)) return '';
  return JSON.stringify([links, dropped] satisfies OpenSpanExtras);
}

/**
 * Writes an ended span, by hand: the structured clone of a message takes both threads three times as long. Undone by
 * `decodeSpan`.
 *
 * @param head what {@link encodeHead} gave when it started, if it is known.
 * @returns `undefined` where text cannot say all of it.
 */
export function encodeSpan(span: SpanMessage, head: string | undefined): string | undefined {
  const [name, kind, context, parent, startTime, endTime, duration, status, attributes] = span;
  const [, , , , , , , , , links, events, scope, dropped] = span;
  if (typeof name !== 'string') return undefined;
  const attributesText = encodeAttributes(attributes);
  if (attributesText === undefined) return undefined;
  let extras = '';
  if (links.length > 0 || events.length > 0 || status.message !== undefined || !isNothingDropped(dropped)) {
    if (!links.every(hasPlainAttributes) || !events.every(hasPlainAttributes)) return undefined;
    extras = JSON.stringify([links, dropped, status.message ?? null, events] satisfies EndedSpanExtras);
  }
  return (
    (head ?? encodeIdentity(context, parent, kind, startTime) + encodeScope(scope) + FIELD_END) +
    `${JSON.stringify(name)}${FIELD_END}${attributesText}${FIELD_END}${extras}${FIELD_END}${status.code}${FIELD_END}` +
    `${endTime[0]}${FIELD_END}${endTime[1]}${FIELD_END}${duration[0]}${FIELD_END}${duration[1]}`
  );
}

function fits(text: string, maxBytes: number): boolean {
  return text.length * MAX_UTF8_BYTES <= maxBytes || Buffer.byteLength(text) <= maxBytes;
}

/**
 * Writes a span that has started. What JSON cannot say it says as `null`; what is too long goes without links and
 * attributes, which are then counted as dropped. Undone by `decodeOpenSpan`.
 */
export function encodeOpenSpan(span: OpenSpanData, head: string, maxBytes: number): string {
  const [name, kind, context, parent, startTime, , attributes, links, dropped] = span;
  const attributesText = encodeAttributes(attributes) ?? JSON.stringify(attributes);
  const text =
    `${head}${JSON.stringify(String(name))}${FIELD_END}${attributesText}${FIELD_END}` +
    encodeOpenExtras(links, dropped);
  if (fits(text, maxBytes)) return text;
  const [droppedAttributes, droppedEvents, droppedLinks] = dropped;
  const counts = [
    droppedAttributes + Object.keys(attributes).length,
    droppedEvents,
    droppedLinks + links.length,
  ] as const;
  const briefly = JSON.stringify(String(name).slice(0, MAX_NAME_LENGTH));
  const rest = `${briefly}${FIELD_END}${FIELD_END}${encodeOpenExtras([], counts)}`;
  if (fits(head + rest, maxBytes)) return head + rest;
  return encodeIdentity(context, parent, kind, startTime) + NO_SCOPE + FIELD_END + rest;
}
