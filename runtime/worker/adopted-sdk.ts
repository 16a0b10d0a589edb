import { diag, trace } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import { NESTED_RELAY } from '../protocol/nested-relay.js';
import { toOpenSpanData, toSpanMessage } from './readable-span.js';
import type { ReadableSpanFields } from './readable-span.js';
import type { Recorder } from './recorder.js';
import type { Relay } from './relay.js';

/** The part of the SDK's `SpanProcessor` that its spans call. */
interface SpanProcessor {
  onStart(span: ReadableSpanFields, context: Context): void;
  onEnd(span: ReadableSpanFields): void;
}

// What ended before the first task waits for it; an SDK's own queue is as long.
const MAX_WAITING_SPANS = 2048;

function isSpanProcessor(value: unknown): value is SpanProcessor {
  const candidate = value as Partial<SpanProcessor> | null | undefined;
  return typeof candidate?.onStart === 'function' && typeof candidate.onEnd === 'function';
}

/** The registered provider's processor: `_activeSpanProcessor` in the lines 2.x and 3.x, without underscore in 1.x. */
function findProcessor(): SpanProcessor | undefined {
  const global = trace.getTracerProvider() as { getDelegate?(): unknown };
  const provider = (global.getDelegate?.() ?? global) as Record<string, unknown>;
  return [provider['_activeSpanProcessor'], provider['activeSpanProcessor']].find(isSpanProcessor);
}

/**
 * Relays the spans of an SDK that a preload has set up in this worker. They are made as before, and its processors see
 * them start, as some add attributes then; but when they end, it is the main thread that exports them, and not a batch
 * that waits here for a timer which a parked worker never fires. A main thread without processors leaves them here.
 *
 * The processor's own methods are replaced, and not the provider's field: tracers (2.x, 3.x) and open spans (1.x) hold
 * on to the object.
 */
class AdoptedSdk implements Recorder {
  readonly #handles = new WeakMap<ReadableSpanFields, number>();
  readonly #keep: (span: ReadableSpanFields) => void;
  /** Spans that ended before the first task, which tells whose they are. */
  #waiting: ReadableSpanFields[] | undefined = [];
  #isRecording = true;

  constructor(
    private readonly channel: Relay,
    processor: SpanProcessor,
  ) {
    const onStart = processor.onStart.bind(processor);
    this.#keep = processor.onEnd.bind(processor);
    Object.assign(processor, {
      onStart: (span: ReadableSpanFields, context: Context) => {
        onStart(span, context);
        this.#start(span);
      },
      onEnd: (span: ReadableSpanFields) => this.#end(span),
      [NESTED_RELAY]: channel.tellNested,
    });
  }

  get isRecording(): boolean {
    return this.#isRecording;
  }

  set isRecording(isRecording: boolean) {
    if (this.#isRecording && !isRecording) this.channel.withdrawAll();
    this.#isRecording = isRecording;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.forEach((span) => this.#end(span));
  }

  // A span of another make may be missing what we read: that is no business of who starts or ends it.
  #start(span: ReadableSpanFields): void {
    if (!this.#isRecording) return;
    try {
      const handle = this.channel.start(toOpenSpanData(span));
      if (handle !== undefined) this.#handles.set(span, handle);
    } catch (error) {
      diag.error('traced-pool: a span that starts could not be read', error);
    }
  }

  #end(span: ReadableSpanFields): void {
    if (this.#waiting && this.#waiting.length < MAX_WAITING_SPANS) this.#waiting.push(span);
    else if (!this.#isRecording || !this.#relay(span)) this.#keep(span);
  }

  #relay(span: ReadableSpanFields): boolean {
    try {
      this.channel.end(toSpanMessage(span), this.#handles.get(span));
      return true;
    } catch (error) {
      diag.error(
        'traced-pool: a span that ends could not be read, so the SDK of this worker keeps it',
        error,
      );
      this.channel.withdraw(this.#handles.get(span));
      return false;
    }
  }
}

/** Takes over from the SDK that is registered in this worker; one that we cannot read keeps its spans. */
export function adoptSdk(channel: Relay): Recorder {
  try {
    const processor = findProcessor();
    if (processor) return new AdoptedSdk(channel, processor);
  } catch {
    // Frozen, or a getter that throws: we cannot read it either.
  }
  diag.warn(
    'traced-pool: the tracer provider that a preload has registered in this worker does not show its span processors, ' +
      'so it keeps its spans, and they are not relayed to the main thread',
  );
  return { isRecording: false };
}
