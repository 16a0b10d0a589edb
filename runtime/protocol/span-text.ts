import { fromCarrierText, toCarrierText } from './carrier-text.js';
import type { SpanContextData } from './carrier.js';
import type { OpenSpanData, ScopeData, SpanEventData, SpanLinkData, SpanMessage } from './span-message.js';

/** Between the fields of a span's text; JSON escapes it, so that no field has one. */
export const FIELD_END = '\n';

/** What of a span most have not, as JSON: in the field that comes last of those that both texts have. */
export type OpenSpanExtras = readonly [links: readonly SpanLinkData[], dropped: SpanMessage[12]];
export type EndedSpanExtras = readonly [
  ...OpenSpanExtras,
  statusMessage: string | null,
  events: readonly SpanEventData[],
];

/** The fields of a span's text; those from `status` on an open span has not. */
const FIELD = {
  context: 0,
  parent: 1,
  kind: 2,
  startSeconds: 3,
  startNanos: 4,
  scope: 5,
  name: 6,
  attributes: 7,
  extras: 8,
  status: 9,
  endSeconds: 10,
  endNanos: 11,
  seconds: 12,
  nanos: 13,
} as const;

/** Most are the few of an application's libraries. */
const MAX_KNOWN_SCOPES = 256;
const knownScopes = new Map<string, ScopeData>();

/** Writes a span context as a field: in short where that says all, else as JSON. */
export function encodeContext(data: SpanContextData): string {
  return toCarrierText(data) ?? JSON.stringify(data);
}

function decodeContext(text: string): SpanContextData {
  return text.startsWith('[') ? (JSON.parse(text) as SpanContextData) : fromCarrierText(text);
}

function decodeScope(text: string): ScopeData {
  const known = knownScopes.get(text);
  if (known) return known;
  const { name, version, schemaUrl } = JSON.parse(text) as ScopeData;
  const scope = { name, version, schemaUrl };
  if (knownScopes.size >= MAX_KNOWN_SCOPES) knownScopes.clear();
  knownScopes.set(text, scope);
  return scope;
}

/** Text of JSON without an escape is itself between its quotes. */
function decodeString(text: string): string {
  return text.includes('\\') ? (JSON.parse(text) as string) : text.slice(1, -1);
}

// By index, as each pattern in the place of one makes an iterator; a span is read some 100,000 times a second.
const decodeParent = (fields: readonly string[]): SpanContextData | undefined => {
  const text = fields[FIELD.parent];
  return text ? decodeContext(text) : undefined;
};

const decodeTime = (fields: readonly string[], seconds: number): SpanMessage[4] => [
  Number(fields[seconds]),
  Number(fields[seconds + 1]),
];

const decodeAttributes = (fields: readonly string[]): SpanMessage[8] => {
  const text = fields[FIELD.attributes];
  return text ? (JSON.parse(text) as SpanMessage[8]) : {};
};

/**
 * Reads an ended span.
 *
 * @throws where the text is none of ours.
 */
export function decodeSpan(text: string): SpanMessage {
  const fields = text.split(FIELD_END);
  const code = Number(fields[FIELD.status]);
  const extrasText = fields[FIELD.extras];
  const extras = extrasText ? (JSON.parse(extrasText) as EndedSpanExtras) : undefined;
  const message = extras?.[2] ?? undefined;
  return [
    decodeString(fields[FIELD.name] as string),
    Number(fields[FIELD.kind]),
    decodeContext(fields[FIELD.context] as string),
    decodeParent(fields),
    decodeTime(fields, FIELD.startSeconds),
    decodeTime(fields, FIELD.endSeconds),
    decodeTime(fields, FIELD.seconds),
    message === undefined ? { code } : { code, message },
    decodeAttributes(fields),
    extras?.[0] ?? [],
    extras?.[3] ?? [],
    decodeScope(fields[FIELD.scope] as string),
    extras?.[1] ?? [0, 0, 0],
  ];
}

/** Reads a span that has not ended; throws as {@link decodeSpan} does. */
export function decodeOpenSpan(text: string): OpenSpanData {
  const fields = text.split(FIELD_END);
  const extrasText = fields[FIELD.extras];
  const extras = extrasText ? (JSON.parse(extrasText) as OpenSpanExtras) : undefined;
  return [
    decodeString(fields[FIELD.name] as string),
    Number(fields[FIELD.kind]),
    decodeContext(fields[FIELD.context] as string),
    decodeParent(fields),
    decodeTime(fields, FIELD.startSeconds),
    decodeScope(fields[FIELD.scope] as string),
    decodeAttributes(fields),
    extras?.[0] ?? [],
    extras?.[1] ?? [0, 0, 0],
  ];
}
