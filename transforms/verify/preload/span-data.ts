import type { HrTime, SpanData, SpanHead } from '../records.js';

interface SpanContextFields {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceFlags: number;
  readonly traceState?: { serialize(): string };
  readonly isRemote?: boolean;
}

interface Scope {
  readonly name: string;
  readonly version?: string;
}

/** What is read of a span of the SDK's, in its lines 1.x, 2.x and 3.x: `ReadableSpan`. */
export interface ReadableSpan {
  spanContext(): SpanContextFields;
  readonly parentSpanContext?: SpanContextFields;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTime: HrTime;
  readonly endTime: HrTime;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly status: { readonly code: number; readonly message?: string };
  readonly events: readonly {
    readonly name: string;
    readonly time: HrTime;
    readonly attributes?: Readonly<Record<string, unknown>>;
  }[];
  readonly links: readonly {
    readonly context: SpanContextFields;
    readonly attributes?: Readonly<Record<string, unknown>>;
  }[];
  readonly instrumentationScope?: Scope;
  readonly instrumentationLibrary?: Scope;
  readonly resource?: { readonly attributes: Readonly<Record<string, unknown>> };
}

const SAMPLED = 1;

function scopeOf({ instrumentationScope, instrumentationLibrary }: ReadableSpan): Scope {
  return instrumentationScope ?? instrumentationLibrary ?? { name: '' };
}

/** What is known of a span from its start on. */
export function toSpanHead(span: ReadableSpan): SpanHead {
  const { traceId, spanId } = span.spanContext();
  const parentSpanId = span.parentSpanContext?.spanId ?? span.parentSpanId;
  return {
    traceId,
    spanId,
    ...(parentSpanId && { parentSpanId }),
    name: span.name,
    kind: span.kind,
    start: span.startTime,
    scope: scopeOf(span).name,
  };
}

/** All of a span that has ended. @param resource the number that its resource is known by */
export function toSpanData(span: ReadableSpan, resource: number): SpanData {
  const { traceFlags, traceState } = span.spanContext();
  const { version } = scopeOf(span);
  return {
    ...toSpanHead(span),
    ...(version !== undefined && { scopeVersion: version }),
    end: span.endTime,
    isSampled: (traceFlags & SAMPLED) !== 0,
    ...(traceState && { traceState: traceState.serialize() }),
    attributes: span.attributes,
    status: span.status,
    events: span.events.map(({ name, time, attributes = {} }) => ({ name, time, attributes })),
    links: span.links.map(({ context, attributes = {} }) => ({
      traceId: context.traceId,
      spanId: context.spanId,
      attributes,
    })),
    resource,
  };
}
