import type { Attributes, HrTime, Link, SpanContext, SpanKind, SpanStatus } from '@opentelemetry/api';

/** Whom a span was made by, or where; attributes may be more than the API's own, by the line of the SDK. */
interface Described {
  readonly attributes?: Readonly<Record<string, unknown>> | undefined;
}

interface Scope {
  readonly name: string;
  readonly version?: string | undefined;
}

/** A span as processors and exporters get it: what the SDK's `ReadableSpan` has in each of the lines 1.x, 2.x and 3.x. */
export interface CollectedSpan {
  readonly name: string;
  readonly kind: SpanKind;
  readonly spanContext: () => SpanContext;
  /** The parent, in the lines 2.x and 3.x; the spans of workers have both. */
  readonly parentSpanContext?: SpanContext | undefined;
  /** The parent, in the line 1.x. */
  readonly parentSpanId?: string | undefined;
  readonly startTime: HrTime;
  readonly endTime: HrTime;
  readonly duration: HrTime;
  readonly status: SpanStatus;
  readonly attributes: Attributes;
  readonly links: readonly Link[];
  readonly events: readonly (Described & { readonly name: string })[];
  readonly resource: Described;
  /** Who made it, in the lines 2.x and 3.x. */
  readonly instrumentationScope?: Scope | undefined;
  /** Who made it, in the line 1.x. */
  readonly instrumentationLibrary?: Scope | undefined;
}

/** Spans, some of which may still be going on. */
export interface SpanSource {
  /** Those that have ended, in that order. */
  readonly spans: readonly CollectedSpan[];
  /** Those that have started and not ended. */
  readonly openSpans: readonly CollectedSpan[];
}

/** What trees are made of: a collector, or the spans of any exporter. */
export type Spans = SpanSource | readonly CollectedSpan[];
