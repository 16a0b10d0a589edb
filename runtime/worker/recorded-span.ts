import { diag, SpanStatusCode } from '@opentelemetry/api';
import type {
  Attributes,
  Exception,
  Link,
  Span,
  SpanContext,
  SpanKind,
  SpanOptions,
  SpanStatus,
  TimeInput,
} from '@opentelemetry/api';
import { toSpanContextData } from '../propagation/span-context-data.js';
import type { SpanContextData } from '../protocol/carrier.js';
import type { ScopeData, SpanEventData, SpanLinkData, SpanMessage } from '../protocol/span-message.js';
import { AttributeMap } from './attributes.js';
import type { SpanLimits } from './attributes.js';
import { BoundedList } from './bounded-list.js';
import { toEventData, toLinkData } from './event-and-link.js';
import { toExceptionAttributes } from './exception.js';
import type { Relay } from './relay.js';
import { durationBetween, isTimeInput, SpanClock } from './time.js';

export interface RecordedSpanOptions {
  readonly name: string;
  readonly kind: SpanKind;
  readonly context: SpanContext;
  readonly parent: SpanContext | undefined;
  readonly scope: ScopeData;
  readonly limits: SpanLimits;
  readonly given: SpanOptions;
  /** Told of the span when it starts and when it ends. */
  readonly channel: Relay;
}

/**
 * A span of a worker: records as the SDK's own does (after `SpanImpl` of @opentelemetry/sdk-trace, Apache-2.0) and
 * turns itself into a message when it ends. Workers do so without the SDK, whose line and place are the application's.
 */
export class RecordedSpan implements Span {
  readonly #options: RecordedSpanOptions;
  readonly #context: SpanContextData;
  readonly #parent: SpanContextData | undefined;
  readonly #clock: SpanClock;
  readonly #attributes: AttributeMap;
  readonly #events: BoundedList<SpanEventData>;
  readonly #links: BoundedList<SpanLinkData>;
  readonly #handle: number | undefined;
  #name: string;
  #status: SpanStatus = { code: SpanStatusCode.UNSET };
  #hasEnded = false;

  constructor(options: RecordedSpanOptions) {
    const { name, limits, given, channel } = options;
    this.#options = options;
    this.#context = toSpanContextData(options.context);
    this.#parent = options.parent && toSpanContextData(options.parent);
    this.#name = name;
    this.#clock = new SpanClock(given.startTime);
    this.#attributes = new AttributeMap(limits.attributeCount, limits.attributeLength);
    this.#events = new BoundedList(limits.eventCount);
    this.#links = new BoundedList(limits.linkCount);
    if (given.links) this.addLinks(given.links);
    this.#attributes.setAll(given.attributes);
    this.#handle = channel.start([
      name,
      options.kind,
      this.#context,
      this.#parent,
      this.#clock.startTime,
      options.scope,
      this.#attributes.values,
      this.#links.items,
      this.#droppedCounts(),
    ]);
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
    const given = isTimeInput(attributesOrTime) ? undefined : attributesOrTime;
    const at = time ?? (isTimeInput(attributesOrTime) ? attributesOrTime : undefined);
    this.#events.push(toEventData(name, this.#clock.read(at), given, this.#options.limits));
    return this;
  }

  addLink(link: Link): this {
    if (this.#isWritable()) this.#links.push(toLinkData(link, this.#options.limits));
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
    this.addEvent('exception', toExceptionAttributes(exception), time);
  }

  end(endTime?: TimeInput): void {
    if (!this.#isWritable()) return;
    this.#hasEnded = true;
    const { startTime } = this.#clock;
    let end = this.#clock.read(endTime);
    let duration = durationBetween(startTime, end);
    if (duration[0] < 0) {
      diag.warn(`traced-pool: span "${this.#name}" ends before it starts; its duration is set to 0`);
      end = startTime;
      duration = [0, 0];
    }
    this.#options.channel.end(this.#toMessage(end, duration), this.#handle);
  }

  #toMessage(end: SpanMessage[5], duration: SpanMessage[6]): SpanMessage {
    const { kind, scope } = this.#options;
    return [
      this.#name,
      kind,
      this.#context,
      this.#parent,
      this.#clock.startTime,
      end,
      duration,
      this.#status,
      this.#attributes.values,
      this.#links.items,
      this.#events.items,
      scope,
      this.#droppedCounts(),
    ];
  }

  #droppedCounts(): SpanMessage[12] {
    return [this.#attributes.droppedCount, this.#events.droppedCount, this.#links.droppedCount];
  }

  #isWritable(): boolean {
    if (this.#hasEnded) diag.warn(`traced-pool: span "${this.#name}" has ended; the call has no effect`);
    return !this.#hasEnded;
  }
}
