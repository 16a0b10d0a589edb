import type { Attributes, HrTime, Link, SpanContext, SpanKind, SpanStatus } from '@opentelemetry/api';
import { toSpanContextData } from '../propagation/span-context-data.js';
import type { SpanContextData } from '../protocol/carrier.js';
import type {
  OpenSpanData,
  ScopeData,
  SpanEventData,
  SpanLinkData,
  SpanMessage,
} from '../protocol/span-message.js';

/** The SDK's `ReadableSpan`, of any line: 1.x has other names for the parent and the scope. */
export interface ReadableSpanFields {
  readonly name: string;
  readonly kind: SpanKind;
  spanContext(): SpanContext;
  readonly parentSpanContext?: SpanContext | undefined;
  readonly parentSpanId?: string | undefined;
  readonly startTime: HrTime;
  readonly endTime: HrTime;
  readonly duration: HrTime;
  readonly status: SpanStatus;
  readonly attributes: Attributes;
  readonly links: readonly (Link & { readonly droppedAttributesCount?: number })[];
  readonly events: readonly Partial<SpanEventData>[];
  readonly instrumentationScope?: Partial<ScopeData> | undefined;
  readonly instrumentationLibrary?: Partial<ScopeData> | undefined;
  readonly droppedAttributesCount?: number;
  readonly droppedEventsCount?: number;
  readonly droppedLinksCount?: number;
}

/** Lines up to 1.x keep no more of the parent than its id; the trace is the span's own. */
function toParentData(span: ReadableSpanFields): SpanContextData | undefined {
  if (span.parentSpanContext) return toSpanContextData(span.parentSpanContext);
  if (!span.parentSpanId) return undefined;
  const { traceId, traceFlags } = span.spanContext();
  return [traceId, span.parentSpanId, traceFlags];
}

function toScopeData({ instrumentationScope, instrumentationLibrary }: ReadableSpanFields): ScopeData {
  const { name = '', version, schemaUrl } = instrumentationScope ?? instrumentationLibrary ?? {};
  return { name, version, schemaUrl };
}

function toLinkData({
  context,
  attributes,
  droppedAttributesCount,
}: ReadableSpanFields['links'][number]): SpanLinkData {
  return { context: toSpanContextData(context), attributes, droppedAttributesCount };
}

function toEventData(event: Partial<SpanEventData>): SpanEventData {
  const { name = '', time = [0, 0], attributes = {}, droppedAttributesCount = 0 } = event;
  return { name, time, attributes, droppedAttributesCount };
}

function readDroppedCounts(span: ReadableSpanFields): SpanMessage[12] {
  return [span.droppedAttributesCount ?? 0, span.droppedEventsCount ?? 0, span.droppedLinksCount ?? 0];
}

/** What there is to say of an SDK's span when it starts. */
export function toOpenSpanData(span: ReadableSpanFields): OpenSpanData {
  return [
    span.name,
    span.kind,
    toSpanContextData(span.spanContext()),
    toParentData(span),
    span.startTime,
    toScopeData(span),
    span.attributes,
    span.links.map(toLinkData),
    readDroppedCounts(span),
  ];
}

/** Turns an SDK's span that has ended into plain data. */
export function toSpanMessage(span: ReadableSpanFields): SpanMessage {
  return [
    span.name,
    span.kind,
    toSpanContextData(span.spanContext()),
    toParentData(span),
    span.startTime,
    span.endTime,
    span.duration,
    span.status,
    span.attributes,
    span.links.map(toLinkData),
    span.events.map(toEventData),
    toScopeData(span),
    readDroppedCounts(span),
  ];
}
