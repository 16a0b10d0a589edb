import type { Context, Span, SpanOptions, Tracer, TracerProvider } from '@opentelemetry/api';
import type { ApiStore, StandIn } from './api-store.js';
import type { SdkListener } from './sdk-listener.js';

type Callback = (span: Span) => unknown;
type Named = Parameters<TracerProvider['getTracer']>;

/** The application's provider as soon as there is one, and one that sends its spans nowhere as long as there is not. */
class StandInTracer implements Tracer {
  #tracer: Tracer | undefined;
  #provider: unknown;

  constructor(
    private readonly find: () => TracerProvider,
    private readonly name: Named,
  ) {}

  startSpan(...args: Parameters<Tracer['startSpan']>): Span {
    return this.#current.startSpan(...args);
  }

  startActiveSpan<F extends Callback>(name: string, fn: F): ReturnType<F>;
  startActiveSpan<F extends Callback>(name: string, options: SpanOptions, fn: F): ReturnType<F>;
  startActiveSpan<F extends Callback>(
    name: string,
    options: SpanOptions,
    context: Context,
    fn: F,
  ): ReturnType<F>;
  startActiveSpan(...args: unknown[]): unknown {
    const { startActiveSpan } = this.#current;
    return Reflect.apply(startActiveSpan as (...given: unknown[]) => unknown, this.#current, args);
  }

  get #current(): Tracer {
    const provider = this.find();
    if (!this.#tracer || provider !== this.#provider) {
      this.#provider = provider;
      this.#tracer = provider.getTracer(...this.name);
    }
    return this.#tracer;
  }
}

/**
 * An SDK for threads whose application has none, so that their spans can be shown: it exports nothing. It is loaded when
 * it is needed first, and as soon as the application registers an SDK of its own, all tracers are that one's.
 */
export class QuietSdk implements StandIn {
  readonly trace: TracerProvider & { getDelegate(): TracerProvider };
  #context: object | undefined;
  #provider: TracerProvider | undefined;

  constructor(
    private readonly store: () => ApiStore,
    private readonly createListener: () => SdkListener,
  ) {
    const getDelegate = (): TracerProvider =>
      (this.store().provider as TracerProvider | undefined) ?? this.#quiet;
    this.trace = {
      getTracer: (...name) => new StandInTracer(getDelegate, name),
      getDelegate,
    };
  }

  /** Keeps contexts until the application has a context manager. */
  get context(): object {
    if (!this.#context) {
      const { AsyncLocalStorageContextManager } =
        require('@opentelemetry/context-async-hooks') as typeof import('@opentelemetry/context-async-hooks');
      this.#context = new AsyncLocalStorageContextManager().enable();
    }
    return this.#context;
  }

  get #quiet(): TracerProvider {
    if (!this.#provider) {
      const { BasicTracerProvider } =
        require('@opentelemetry/sdk-trace-base') as typeof import('@opentelemetry/sdk-trace-base');
      const provider = new BasicTracerProvider();
      this.createListener().watch(provider);
      this.#provider = provider;
    }
    return this.#provider;
  }
}
