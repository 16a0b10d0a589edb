import {
  context as contextApi,
  INVALID_SPAN_CONTEXT,
  isSpanContextValid,
  SpanKind,
  trace,
  TraceFlags,
} from '@opentelemetry/api';
import type { Context, Span, SpanContext, SpanOptions, Tracer, TracerProvider } from '@opentelemetry/api';
import { isTracingSuppressed } from '../propagation/thread-context.js';
import { NESTED_RELAY } from '../protocol/nested-relay.js';
import type { ScopeData } from '../protocol/span-message.js';
import { readSpanLimits } from './attributes.js';
import { toSpanMessage } from './readable-span.js';
import type { ReadableSpanFields } from './readable-span.js';
import { RandomIds } from './random-ids.js';
import { RecordedSpan } from './recorded-span.js';
import type { Recorder } from './recorder.js';
import type { Relay } from './relay.js';

type ActiveSpanCallback = (span: Span) => unknown;

/**
 * Makes the spans of a worker. Sampling is parent-based, as the main thread has decided already: a child of an
 * unsampled span is not recorded, and a root is recorded if anybody takes the worker's spans at all.
 */
class RecordingTracer implements Tracer {
  constructor(
    private readonly provider: RecordingTracerProvider,
    private readonly scope: ScopeData,
  ) {}

  startSpan(name: string, options: SpanOptions = {}, context: Context = contextApi.active()): Span {
    if (isTracingSuppressed(context)) return trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
    const parent = options.root ? undefined : findParent(context);
    const isSampled =
      this.provider.isRecording && (!parent || (parent.traceFlags & TraceFlags.SAMPLED) !== 0);
    const spanContext: SpanContext = {
      traceId: parent?.traceId ?? this.provider.ids.next(16),
      spanId: this.provider.ids.next(8),
      traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
      ...(parent?.traceState && { traceState: parent.traceState }),
    };
    if (!isSampled)
      return trace.wrapSpanContext(parent || this.provider.isRecording ? spanContext : INVALID_SPAN_CONTEXT);
    return new RecordedSpan({
      name,
      kind: options.kind ?? SpanKind.INTERNAL,
      context: spanContext,
      parent,
      scope: this.scope,
      limits: this.provider.limits,
      given: options,
      channel: this.provider.channel,
    });
  }

  startActiveSpan<F extends ActiveSpanCallback>(name: string, fn: F): ReturnType<F>;
  startActiveSpan<F extends ActiveSpanCallback>(name: string, options: SpanOptions, fn: F): ReturnType<F>;
  startActiveSpan<F extends ActiveSpanCallback>(
    name: string,
    options: SpanOptions,
    context: Context,
    fn: F,
  ): ReturnType<F>;
  startActiveSpan(name: string, ...rest: unknown[]): unknown {
    const fn = rest.pop() as ActiveSpanCallback;
    const [options, context = contextApi.active()] = rest as [SpanOptions?, Context?];
    const span = this.startSpan(name, options, context);
    return contextApi.with(trace.setSpan(context, span), fn, undefined, span);
  }
}

function findParent(context: Context): SpanContext | undefined {
  const parent = trace.getSpanContext(context);
  return parent && isSpanContextValid(parent) ? parent : undefined;
}

/** The tracer provider of a worker that has no SDK of its own. */
export class RecordingTracerProvider implements TracerProvider, Recorder {
  readonly limits = readSpanLimits();
  readonly ids = new RandomIds();
  /** Whether anybody takes the spans; set with every task, as an SDK may be set up after the pool. */
  isRecording = true;
  readonly #tracers = new Map<string, Tracer>();
  readonly #upward = {
    onEnd: (span: ReadableSpanFields) => this.channel.end(toSpanMessage(span), undefined),
    [NESTED_RELAY]: (threadId: number, isThere: boolean) => this.channel.tellNested(threadId, isThere),
  };

  constructor(readonly channel: Relay) {}

  /**
   * Where an executor of this worker looks for the application's processors (see `findApplicationProcessor`): spans of
   * workers of workers go on to the main thread.
   */
  get _activeSpanProcessor(): { onEnd(span: ReadableSpanFields): void } | undefined {
    return this.isRecording ? this.#upward : undefined;
  }

  getTracer(name: string, version?: string, options?: { schemaUrl?: string }): Tracer {
    const key = JSON.stringify([name, version, options?.schemaUrl]);
    let tracer = this.#tracers.get(key);
    if (!tracer) {
      tracer = new RecordingTracer(this, { name, version, schemaUrl: options?.schemaUrl });
      this.#tracers.set(key, tracer);
    }
    return tracer;
  }

  /** Nothing is held back: a span is posted when it ends. Here for code that flushes the provider it finds. */
  async forceFlush(): Promise<void> {}

  /** As {@link forceFlush}. */
  async shutdown(): Promise<void> {}
}
