import { findExporters, nameOf, watchExporter } from './exporters.js';
import type { Context } from './active-span.js';
import type { JournalFile } from './journal.js';
import type { ReadableSpan } from './span-data.js';
import { SpanTeller } from './span-teller.js';

/** `SpanProcessor` of the SDK. */
interface SpanProcessor {
  onStart(span: ReadableSpan, context: Context): void;
  onEnd(span: ReadableSpan): void;
  forceFlush(): Promise<void>;
  shutdown(): Promise<void>;
}

/** The fields by which the SDK lines keep their processors: 2.x and 3.x with an underscore, 1.x without. */
type Provider = Readonly<Record<string, unknown>> & object;

const FIELDS = ['_activeSpanProcessor', 'activeSpanProcessor'] as const;
const NOOP_PROCESSOR = 'NoopSpanProcessor';
/** `runtime/protocol/nested-relay.ts`. */
const NESTED_RELAY = Symbol.for('traced-pool.nested-relay');

function isProcessor(value: unknown): value is SpanProcessor & Record<string, unknown> {
  const { onStart, onEnd } = (value ?? {}) as Partial<SpanProcessor>;
  return typeof onStart === 'function' && typeof onEnd === 'function';
}

/** Listens to what the SDKs of a thread make of spans, and tells the journal; the spans go where they went before. */
export class SdkListener {
  readonly #teller: SpanTeller;
  readonly #providers = new WeakSet<object>();

  constructor(
    private readonly journal: JournalFile,
    /** Whether what it listens to is there for our sake alone. */
    private readonly isQuiet = false,
  ) {
    this.#teller = new SpanTeller(journal, isQuiet);
  }

  /** Listens to the processors of a tracer provider, once. */
  watch(provider: object): void {
    if (this.#providers.has(provider)) return;
    this.#providers.add(provider);
    const field = FIELDS.find((name) => isProcessor((provider as Provider)[name]));
    if (!field) {
      this.#tellUnreadable(provider);
      return;
    }
    this.#watchProcessor((provider as Provider)[field] as SpanProcessor, provider);
    if (field === 'activeSpanProcessor') this.#watchField(provider, field);
  }

  #watchProcessor(active: SpanProcessor & { _spanProcessors?: unknown }, provider: object): void {
    const { _spanProcessors: inner } = active;
    const processors: unknown[] = Array.isArray(inner) ? inner : [active];
    this.#tellSdk(provider, processors);
    const listener = this.#createListener(processors);
    // In its list, as it is asked for its methods, and given others, by other instrumentation.
    if (Array.isArray(inner)) {
      active._spanProcessors = [listener, ...processors];
      return;
    }
    const { onStart, onEnd } = active;
    active.onStart = function (span, context) {
      listener.onStart(span, context);
      Reflect.apply(onStart, this, [span, context]);
    };
    active.onEnd = function (span) {
      listener.onEnd(span);
      Reflect.apply(onEnd, this, [span]);
    };
  }

  /** What hears of spans before the processors do. */
  #createListener(processors: readonly unknown[]): SpanProcessor {
    const teller = this.#teller;
    const exporters = processors.flatMap(findExporters);
    for (const exporter of exporters) watchExporter(exporter, teller, this.#fail);
    // Others may do without, as those that add attributes; where none is found, one of them hides it.
    const isTaken =
      exporters.length === 0 && processors.some((one) => nameOf(one as object) !== NOOP_PROCESSOR);
    return {
      onStart: (span, context) => {
        try {
          teller.start(span, context);
        } catch (error) {
          this.#fail(error);
        }
      },
      onEnd: (span) => {
        try {
          teller.end(span);
          if (isTaken) teller.take(span);
        } catch (error) {
          this.#fail(error);
        }
      },
      forceFlush: () => Promise.resolve(),
      shutdown: () => Promise.resolve(),
    };
  }

  /** The line 1.x puts another processor in its place with each that is added. */
  #watchField(provider: object, field: 'activeSpanProcessor'): void {
    let current = (provider as Provider)[field];
    Object.defineProperty(provider, field, {
      configurable: true,
      enumerable: true,
      get: () => current,
      set: (value: unknown) => {
        current = value;
        if (isProcessor(value)) this.#watchProcessor(value, provider);
      },
    });
  }

  #tellSdk(provider: object, processors: readonly unknown[]): void {
    if (this.isQuiet) return;
    this.journal.write({
      type: 'sdk',
      provider: nameOf(provider),
      processors: processors.map((processor) => ({
        name: nameOf(processor as object),
        exporters: findExporters(processor).map(nameOf),
      })),
    });
  }

  #tellUnreadable(provider: object): void {
    const processor = (provider as Provider)['_activeSpanProcessor'];
    // What an executor has set up in a worker: its spans come out of the main thread.
    if (typeof processor === 'object' && processor !== null && NESTED_RELAY in processor) return;
    this.journal.write({ type: 'sdk', provider: nameOf(provider), processors: [], isUnreadable: true });
  }

  /** What fails here is no business of the application's. */
  readonly #fail = (error: unknown): void =>
    this.journal.write({ type: 'fault', message: `a span could not be read: ${(error as Error).message}` });
}
