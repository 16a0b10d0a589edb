import { VERSION } from '../engine/runtime-range.js';
import type { Fault, SeenSpan } from './contracts.js';
import type { AttributeValues, HrTime } from './records.js';

// The numbers of the enumerations in opentelemetry-proto, trace/v1/trace.proto: those of the API, from 1 on.
const KIND_OFFSET = 1;

/** Under this attribute, what is wrong with a span: the codes of its faults. */
export const FAULTS_ATTRIBUTE = 'traced_pool.verify.faults';

export type OtlpValue =
  | { readonly stringValue: string }
  | { readonly boolValue: boolean }
  | { readonly intValue: string }
  | { readonly doubleValue: number }
  | { readonly arrayValue: { readonly values: readonly OtlpValue[] } }
  | { readonly kvlistValue: { readonly values: readonly OtlpAttribute[] } }
  | Readonly<Record<string, never>>;

export interface OtlpAttribute {
  readonly key: string;
  readonly value: OtlpValue;
}

function toValue(value: unknown): OtlpValue {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(toValue) } };
  // JSON has no NaN and no infinities: such a value is unknown by now.
  if (typeof value !== 'object' || value === null) return {};
  return { kvlistValue: { values: toAttributes(value as AttributeValues) } };
}

function toAttributes(attributes: AttributeValues): OtlpAttribute[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: toValue(value) }));
}

function toNanos([seconds, nanos]: HrTime): string {
  return (BigInt(seconds) * 1_000_000_000n + BigInt(Math.round(nanos))).toString();
}

function toSpan(span: SeenSpan, codes: readonly string[]): object {
  const own = codes.length > 0 ? { ...span.attributes, [FAULTS_ATTRIBUTE]: codes } : span.attributes;
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    ...(span.parentSpanId !== undefined && { parentSpanId: span.parentSpanId }),
    ...(span.traceState !== undefined && { traceState: span.traceState }),
    name: span.name,
    kind: span.kind + KIND_OFFSET,
    startTimeUnixNano: span.start.toString(),
    // One that never ended has no end, and a number is asked for.
    endTimeUnixNano: (span.end ?? 0n).toString(),
    attributes: toAttributes({ 'thread.id': span.threadId, 'process.pid': span.pid, ...own }),
    events: span.events.map(({ name, time, attributes }) => ({
      name,
      timeUnixNano: toNanos(time),
      attributes: toAttributes(attributes),
    })),
    links: span.links.map(({ traceId, spanId, attributes }) => ({
      traceId,
      spanId,
      attributes: toAttributes(attributes),
    })),
    status: {
      code: span.status.code,
      ...(span.status.message !== undefined && { message: span.status.message }),
    },
  };
}

/** Values by what they have in common, in the order of their first ones. */
function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return [...groups.values()];
}

/**
 * The spans of a run as an export request, https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding, each with
 * the codes of its faults in {@link FAULTS_ATTRIBUTE}. Read by {@link readOtlp}.
 */
export function formatOtlp(spans: readonly SeenSpan[], faults: readonly Fault[]): string {
  const codes = new Map<SeenSpan, string[]>();
  for (const { span, code } of faults) codes.set(span, [...(codes.get(span) ?? []), code]);
  const resourceSpans = groupBy(spans, ({ resource }) => JSON.stringify(resource)).map((ofResource) => ({
    resource: { attributes: toAttributes(ofResource[0]?.resource ?? {}) },
    scopeSpans: groupBy(ofResource, ({ scope, scopeVersion }) => JSON.stringify([scope, scopeVersion])).map(
      (ofScope) => ({
        scope: {
          name: ofScope[0]?.scope ?? '',
          ...(ofScope[0]?.scopeVersion !== undefined && { version: ofScope[0].scopeVersion }),
        },
        spans: ofScope.map((span) => toSpan(span, codes.get(span) ?? [])),
      }),
    ),
  }));
  const generator = { name: 'traced-pool-codemod verify', version: VERSION };
  return `${JSON.stringify({ resourceSpans, generator }, null, 1)}\n`;
}
