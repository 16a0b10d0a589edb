import type { AttributeValue, CollectedSpan } from './collected-span.js';

type Json = Readonly<Record<string, unknown>>;

// The numbers of the enumerations in opentelemetry-proto, trace/v1/trace.proto.
const SPAN_KIND_SERVER = 2;
const STATUS_CODE_ERROR = 2;

function toObject(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function toObjects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(toObject) : [];
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function toNanos(value: unknown): bigint {
  return typeof value === 'string' || typeof value === 'number' ? BigInt(value) : 0n;
}

function toAttributeValue(value: unknown): AttributeValue {
  const { stringValue, boolValue, intValue, doubleValue } = toObject(value);
  if (typeof stringValue === 'string') return stringValue;
  if (typeof boolValue === 'boolean') return boolValue;
  const number = intValue ?? doubleValue;
  return number === undefined ? JSON.stringify(value) : Number(number);
}

function toAttributes(list: unknown): Record<string, AttributeValue> {
  return Object.fromEntries(toObjects(list).map(({ key, value }) => [toText(key), toAttributeValue(value)]));
}

function toSpan(span: Json, scope: string): CollectedSpan {
  const status = toObject(span['status']);
  return {
    traceId: toText(span['traceId']),
    spanId: toText(span['spanId']),
    parentSpanId: toText(span['parentSpanId']),
    name: toText(span['name']),
    scope,
    isServer: span['kind'] === SPAN_KIND_SERVER,
    startNanos: toNanos(span['startTimeUnixNano']),
    endNanos: toNanos(span['endTimeUnixNano']),
    attributes: toAttributes(span['attributes']),
    error: status['code'] === STATUS_CODE_ERROR ? toText(status['message']) : undefined,
  };
}

/**
 * The spans of an OTLP/HTTP export request in JSON, https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding.
 *
 * @throws SyntaxError where the text is no JSON, or a time no number.
 */
export function toCollectedSpans(body: string): CollectedSpan[] {
  const resourceSpans = toObjects(toObject(JSON.parse(body))['resourceSpans']);
  const scopeSpans = resourceSpans.flatMap((resource) => toObjects(resource['scopeSpans']));
  return scopeSpans.flatMap(({ scope, spans }) =>
    toObjects(spans).map((span) => toSpan(span, toText(toObject(scope)['name']))),
  );
}
