import type { EndRecord, HrTime, SpanEvent, SpanLink, SpanOrigin, StartRecord } from '../records.js';

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

/** What is known of a span from its start on. */
export function toStartRecord(span: ReadableSpan, origin: SpanOrigin): StartRecord {
  const { traceId, spanId } = span.spanContext();
  return {
    type: 'start',
    traceId,
    spanId,
    parentSpanId: (span.parentSpanContext?.spanId ?? span.parentSpanId) || undefined,
    name: span.name,
    kind: span.kind,
    start: span.startTime,
    scope: (span.instrumentationScope ?? span.instrumentationLibrary)?.name ?? '',
    place: origin.place,
    dispatch: origin.dispatch,
    isParentRemote: origin.isParentRemote,
    isUnrecorded: origin.isUnrecorded,
  };
}

/**
 * All of a span that has ended.
 *
 * @param resource the number that its resource is known by
 */
export function toEndRecord(span: ReadableSpan, resource: number, origin: SpanOrigin): EndRecord {
  const { traceId, spanId, traceFlags, traceState } = span.spanContext();
  const scope = span.instrumentationScope ?? span.instrumentationLibrary;
  const { events, links } = span;
  // One literal, as this is done for each span of an application that is under load.
  return {
    type: 'end',
    traceId,
    spanId,
    parentSpanId: (span.parentSpanContext?.spanId ?? span.parentSpanId) || undefined,
    name: span.name,
    kind: span.kind,
    start: span.startTime,
    scope: scope?.name ?? '',
    scopeVersion: scope?.version,
    end: span.endTime,
    isSampled: (traceFlags & SAMPLED) === 0 ? false : undefined,
    traceState: traceState?.serialize(),
    attributes: span.attributes,
    status: span.status.code === 0 ? undefined : span.status,
    events: events.length === 0 ? undefined : events.map(toEvent),
    links: links.length === 0 ? undefined : links.map(toLink),
    resource,
    place: origin.place,
    dispatch: origin.dispatch,
    isParentRemote: origin.isParentRemote,
    isUnrecorded: origin.isUnrecorded,
  };
}

function toEvent({ name, time, attributes = {} }: ReadableSpan['events'][number]): SpanEvent {
  return { name, time, attributes };
}

function toLink({ context, attributes = {} }: ReadableSpan['links'][number]): SpanLink {
  return { traceId: context.traceId, spanId: context.spanId, attributes };
}
