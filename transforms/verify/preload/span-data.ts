import { quote, toJson } from './json.js';
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
 * All of a span that has ended, as the line of an {@link EndRecord}.
 *
 * Written by hand, as this is done for each span of an application that is under load: it takes a third of the time.
 *
 * @param resource the number that its resource is known by
 */
export function toEndLine(span: ReadableSpan, resource: number, origin: SpanOrigin): string {
  const { traceId, spanId, traceFlags, traceState } = span.spanContext();
  const { startTime, endTime, status, events, links } = span;
  const scope = span.instrumentationScope ?? span.instrumentationLibrary;
  const parentSpanId = span.parentSpanContext?.spanId ?? span.parentSpanId;
  let line = `{"type":"end","traceId":"${traceId}","spanId":"${spanId}","name":${quote(span.name)},"kind":${span.kind},`;
  line += `"start":[${startTime[0]},${startTime[1]}],"end":[${endTime[0]},${endTime[1]}],"resource":${resource},`;
  line += `"scope":${quote(scope?.name ?? '')},"attributes":${toJson(span.attributes)}`;
  if (parentSpanId) line += `,"parentSpanId":"${parentSpanId}"`;
  if (scope?.version) line += `,"scopeVersion":${quote(scope.version)}`;
  if ((traceFlags & SAMPLED) === 0) line += ',"isSampled":false';
  if (traceState) line += `,"traceState":${toJson(traceState.serialize())}`;
  if (status.code !== 0) line += `,"status":${toJson(status)}`;
  if (events.length > 0) line += `,"events":${toJson(events.map(toEvent))}`;
  if (links.length > 0) line += `,"links":${toJson(links.map(toLink))}`;
  if (origin.place !== undefined) line += `,"place":${toJson(origin.place)}`;
  if (origin.dispatch !== undefined) line += `,"dispatch":${toJson(origin.dispatch)}`;
  if (origin.isParentRemote) line += ',"isParentRemote":true';
  if (origin.isUnrecorded) line += ',"isUnrecorded":true';
  return `${line}}\n`;
}

function toEvent({ name, time, attributes = {} }: ReadableSpan['events'][number]): SpanEvent {
  return { name, time, attributes };
}

function toLink({ context, attributes = {} }: ReadableSpan['links'][number]): SpanLink {
  return { traceId: context.traceId, spanId: context.spanId, attributes };
}
