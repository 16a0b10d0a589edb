import type { Attributes, HrTime, Link, SpanContext, SpanKind, SpanStatus } from '@opentelemetry/api';
import { fromSpanContextData } from '../propagation/span-context-data.js';
import type { ScopeData, SpanEventData, SpanLinkData, SpanMessage } from '../protocol/span-message.js';

function toLink({ context, attributes, droppedAttributesCount }: SpanLinkData): Link {
  return {
    context: fromSpanContextData(context),
    ...(attributes && { attributes }),
    ...(droppedAttributesCount !== undefined && { droppedAttributesCount }),
  };
}

/** The thread that made a span; semantic conventions, `thread.*` and `process.pid`. */
export interface ThreadInfo {
  readonly id: number;
  readonly name: string;
  /** Where it is the thread of another process. */
  readonly processId?: number | undefined;
}

/** The attributes that tell of a thread. */
export function toThreadAttributes({ id, name, processId }: ThreadInfo): Attributes {
  return {
    ...(processId !== undefined && { 'process.pid': processId }),
    'thread.id': id,
    'thread.name': name,
  };
}

/**
 * A worker's span in the main thread: what an SDK processor and exporter reads, under the names of the lines 2.x and
 * 3.x and, where 1.x has others, under those as well.
 */
export class RelayedSpan {
  readonly name: string;
  readonly kind: SpanKind;
  readonly parentSpanContext: SpanContext | undefined;
  readonly startTime: HrTime;
  readonly endTime: HrTime;
  readonly duration: HrTime;
  readonly status: SpanStatus;
  readonly attributes: Attributes;
  readonly links: Link[];
  readonly events: readonly SpanEventData[];
  readonly ended = true;
  readonly instrumentationScope: ScopeData;
  readonly droppedAttributesCount: number;
  readonly droppedEventsCount: number;
  readonly droppedLinksCount: number;
  readonly #context: SpanContext;

  constructor(
    message: SpanMessage,
    readonly resource: object,
    thread: ThreadInfo,
  ) {
    const [
      name,
      kind,
      context,
      parent,
      startTime,
      endTime,
      duration,
      status,
      attributes,
      links,
      events,
      scope,
      dropped,
    ] = message;
    this.name = name;
    this.kind = kind;
    this.#context = fromSpanContextData(context);
    this.parentSpanContext = parent && fromSpanContextData(parent);
    this.startTime = startTime;
    this.endTime = endTime;
    this.duration = duration;
    this.status = status;
    this.attributes = { ...toThreadAttributes(thread), ...attributes };
    this.links = links.map(toLink);
    this.events = events;
    this.instrumentationScope = scope;
    [this.droppedAttributesCount, this.droppedEventsCount, this.droppedLinksCount] = dropped;
  }

  spanContext(): SpanContext {
    return this.#context;
  }

  /** The name that the 1.x line reads for `parentSpanContext`. */
  get parentSpanId(): string | undefined {
    return this.parentSpanContext?.spanId;
  }

  /** The name that the 1.x line reads for `instrumentationScope`. */
  get instrumentationLibrary(): ScopeData {
    return this.instrumentationScope;
  }
}
