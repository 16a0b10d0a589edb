import { diag, SpanStatusCode } from '@opentelemetry/api';
import type {
  Attributes,
  Exception,
  Link,
  Span,
  SpanContext,
  SpanKind,
  SpanStatus,
  TimeInput,
} from '@opentelemetry/api';
import { toSpanContextData } from '../propagation.js';
import type { ScopeData, SpanEventData, SpanLinkData, SpanMessage } from '../protocol.js';
import { AttributeMap } from './attributes.js';
import type { SpanLimits } from './attributes.js';
import { durationBetween, isTimeInput, SpanClock } from './time.js';

export interface RecordedSpanOptions {
  readonly name: string;
  readonly kind: SpanKind;
  readonly context: SpanContext;
  readonly parent: SpanContext | undefined;
  readonly scope: ScopeData;
  readonly limits: SpanLimits;
  readonly startTime: TimeInput | undefined;
  /** Called once, when the span ends. */
  readonly onEnd: (span: SpanMessage) => void;
}

/**
 * A span of a worker: records as the SDK's own does (after `SpanImpl` of @opentelemetry/sdk-trace, Apache-2.0) and
 * turns itself into a message when it ends. Workers do so without the SDK, whose line and place are the application's.
 */
export class RecordedSpan implements Span {
  readonly #options: RecordedSpanOptions;
  readonly #clock: SpanClock;
  readonly #attributes: AttributeMap;
  readonly #events: SpanEventData[] = [];
  readonly #links: SpanLinkData[] = [];
  #name: string;
  #status: SpanStatus = { code: SpanStatusCode.UNSET };
  #droppedEventsCount = 0;
  #droppedLinksCount = 0;
  #hasEnded = false;

  constructor(options: RecordedSpanOptions) {
    this.#options = options;
    this.#name = options.name;
    this.#clock = new SpanClock(options.startTime);
    this.#attributes = new AttributeMap(options.limits.attributeCount, options.limits.attributeLength);
  }

  spanContext(): SpanContext {
    return this.#options.context;
  }

  isRecording(): boolean {
    return !this.#hasEnded;
  }

  setAttribute(key: string, value: unknown): this {
    if (this.#isWritable()) this.#attributes.set(key, value);
    return this;
  }

  setAttributes(attributes: Attributes): this {
    if (this.#isWritable()) this.#attributes.setAll(attributes);
    return this;
  }

  addEvent(name: string, attributesOrTime?: Attributes | TimeInput, time?: TimeInput): this {
    if (!this.#isWritable()) return this;
    const { eventCount, attributesPerEvent, attributeLength } = this.#options.limits;
    const given = isTimeInput(attributesOrTime) ? undefined : attributesOrTime;
    const at = time ?? (isTimeInput(attributesOrTime) ? attributesOrTime : undefined);
    const attributes = new AttributeMap(attributesPerEvent, attributeLength).setAll(given);
    this.#events.push({
      name,
      time: this.#clock.read(at),
      attributes: attributes.values,
      droppedAttributesCount: attributes.droppedCount,
    });
    if (this.#events.length > eventCount) {
      this.#events.shift();
      this.#droppedEventsCount++;
    }
    return this;
  }

  addLink(link: Link): this {
    if (!this.#isWritable()) return this;
    const { linkCount, attributesPerLink, attributeLength } = this.#options.limits;
    const attributes = new AttributeMap(attributesPerLink, attributeLength).setAll(link.attributes);
    this.#links.push({
      context: toSpanContextData(link.context),
      attributes: Object.keys(attributes.values).length > 0 ? attributes.values : undefined,
      droppedAttributesCount: attributes.droppedCount || undefined,
    });
    if (this.#links.length > linkCount) {
      this.#links.shift();
      this.#droppedLinksCount++;
    }
    return this;
  }

  addLinks(links: Link[]): this {
    for (const link of links) this.addLink(link);
    return this;
  }

  setStatus({ code, message }: SpanStatus): this {
    if (!this.#isWritable() || code === SpanStatusCode.UNSET) return this;
    if (this.#status.code === SpanStatusCode.OK) return this;
    this.#status =
      code === SpanStatusCode.ERROR && typeof message === 'string' ? { code, message } : { code };
    return this;
  }

  updateName(name: string): this {
    if (this.#isWritable()) this.#name = name;
    return this;
  }

  recordException(exception: Exception, time?: TimeInput): void {
    const { code, name, message, stack } =
      typeof exception === 'string'
        ? { message: exception }
        : (exception as Exclude<Exception, string> & Error);
    this.addEvent(
      'exception',
      {
        'exception.type': code?.toString() ?? name,
        'exception.message': message,
        'exception.stacktrace': stack,
      },
      time,
    );
  }

  end(endTime?: TimeInput): void {
    if (!this.#isWritable()) return;
    this.#hasEnded = true;
    const { kind, context, parent, scope, onEnd } = this.#options;
    const { startTime } = this.#clock;
    let end = this.#clock.read(endTime);
    let duration = durationBetween(startTime, end);
    if (duration[0] < 0) {
      diag.warn(`traced-pool: span "${this.#name}" ends before it starts; its duration is set to 0`);
      end = startTime;
      duration = [0, 0];
    }
    onEnd([
      this.#name,
      kind,
      toSpanContextData(context),
      parent && toSpanContextData(parent),
      startTime,
      end,
      duration,
      this.#status,
      this.#attributes.values,
      this.#links,
      this.#events,
      scope,
      [this.#attributes.droppedCount, this.#droppedEventsCount, this.#droppedLinksCount],
    ]);
  }

  #isWritable(): boolean {
    if (this.#hasEnded) diag.warn(`traced-pool: span "${this.#name}" has ended; the call has no effect`);
    return !this.#hasEnded;
  }
}
