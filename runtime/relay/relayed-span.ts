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
  const own = { 'thread.id': id, 'thread.name': name };
  return processId === undefined ? own : { 'process.pid': processId, ...own };
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
    // By index: a pattern in its place makes an iterator for each span.
    const links = message[9];
    this.name = message[0];
    this.kind = message[1];
    this.#context = fromSpanContextData(message[2]);
    this.parentSpanContext = message[3] && fromSpanContextData(message[3]);
    this.startTime = message[4];
    this.endTime = message[5];
    this.duration = message[6];
    this.status = message[7];
    this.attributes = Object.assign(toThreadAttributes(thread), message[8]);
    this.links = links.length > 0 ? links.map(toLink) : [];
    this.events = message[10];
    this.instrumentationScope = message[11];
    this.droppedAttributesCount = message[12][0];
    this.droppedEventsCount = message[12][1];
    this.droppedLinksCount = message[12][2];
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
