import type { SdkRecord, SpanOrigin } from '../records.js';
import { findPlace } from './call-places.js';
import { findExporters, nameOf, watchExporter } from './exporters.js';
import type { JournalFile } from './journal.js';
import { toEndRecord, toStartRecord } from './span-data.js';
import type { ReadableSpan } from './span-data.js';

/** `SpanProcessor` of the SDK. */
interface SpanProcessor {
  onStart(span: ReadableSpan, context: Context): void;
  onEnd(span: ReadableSpan): void;
  forceFlush(): Promise<void>;
  shutdown(): Promise<void>;
}

export interface Context {
  getValue(key: symbol): unknown;
}

/** The fields by which the SDK lines keep their processors: 2.x and 3.x with an underscore, 1.x without. */
type Provider = Readonly<Record<string, unknown>> & object;

const FIELDS = ['_activeSpanProcessor', 'activeSpanProcessor'] as const;
/** The API's `createContextKey(d)` is `Symbol.for(d)`. */
const SPAN_KEY = Symbol.for('OpenTelemetry Context Key SPAN');
/** What a job that ran in another context than its dispatch's carries. */
export const DISPATCH_KEY = Symbol.for('traced-pool verify: dispatch');
/** `runtime/protocol/nested-relay.ts`. */
const NESTED_RELAY = Symbol.for('traced-pool.nested-relay');
const NO_ORIGIN: SpanOrigin = {};
/** Of each name so many spans have their place told: it takes longer than all else. */
const PLACES_BY_NAME = 3;

function isProcessor(value: unknown): value is SpanProcessor & Record<string, unknown> {
  const { onStart, onEnd } = (value ?? {}) as Partial<SpanProcessor>;
  return typeof onStart === 'function' && typeof onEnd === 'function';
}

function spanIn(context: Context | undefined): ReadableSpan | undefined {
  return context?.getValue(SPAN_KEY) as ReadableSpan | undefined;
}

/** The ids of the span that is active in a context. */
export function activeSpanIn(
  context: Context | undefined,
): { readonly traceId: string; readonly spanId: string; readonly isRemote?: boolean } | undefined {
  return spanIn(context)?.spanContext();
}

/** Listens to what the SDKs of a thread make of spans, and tells the journal; the spans go where they went before. */
export class SdkListener {
  readonly #origins = new WeakMap<object, SpanOrigin>();
  readonly #resources = new Map<unknown, number>();
  readonly #placeCounts = new Map<string, number>();
  readonly #providers = new WeakSet<object>();
  readonly #known = new Set<string>();
  #batch = 0;

  constructor(
    private readonly journal: JournalFile,
    /** Whether what it listens to is there for our sake alone. */
    private readonly isQuiet = false,
  ) {}

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

  readonly start = (span: ReadableSpan, context?: Context): void => {
    const origin = this.#findOrigin(span, context);
    this.#origins.set(span, origin);
    this.journal.writeStart(span.spanContext().spanId, () => toStartRecord(span, origin));
  };

  readonly end = (span: ReadableSpan): void => {
    this.#known.add(span.spanContext().spanId);
    const origin = this.#origins.get(span) ?? NO_ORIGIN;
    this.journal.write(toEndRecord(span, this.#numberOf(span.resource), origin));
  };

  #findOrigin(span: ReadableSpan, context: Context | undefined): SpanOrigin {
    return {
      place: this.#findPlace(span),
      dispatch: context?.getValue(DISPATCH_KEY) as string | undefined,
      isParentRemote: activeSpanIn(context)?.isRemote || undefined,
      isUnrecorded: this.isQuiet || undefined,
    };
  }

  #findPlace({ name }: ReadableSpan): string | undefined {
    const count = this.#placeCounts.get(name) ?? 0;
    if (count >= PLACES_BY_NAME) return undefined;
    this.#placeCounts.set(name, count + 1);
    return findPlace();
  }

  #numberOf(resource: ReadableSpan['resource']): number {
    const known = this.#resources.get(resource);
    if (known !== undefined) return known;
    const number = this.#resources.size;
    this.#resources.set(resource, number);
    this.journal.write({ type: 'resource', number, attributes: resource?.attributes ?? {} });
    return number;
  }

  #watchProcessor(active: SpanProcessor & { _spanProcessors?: unknown }, provider: object): void {
    const { _spanProcessors: inner } = active;
    const processors: unknown[] = Array.isArray(inner) ? inner : [active];
    this.#tellSdk(provider, processors);
    const listener: SpanProcessor = {
      onStart: this.#safely(this.start),
      onEnd: this.#safely(this.#endAt(processors)),
      forceFlush: () => Promise.resolve(),
      shutdown: () => Promise.resolve(),
    };
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

  /** Watches the exporters of processors; what one without takes counts as taken. */
  #endAt(processors: readonly unknown[]): (span: ReadableSpan) => void {
    const isTaken = processors.some((processor) => {
      const exporters = findExporters(processor);
      for (const exporter of exporters) watchExporter(exporter, this);
      return exporters.length === 0 && nameOf(processor as object) !== 'NoopSpanProcessor';
    });
    if (!isTaken) return this.end;
    return (span) => {
      this.end(span);
      this.journal.write({ type: 'taken', spanId: span.spanContext().spanId });
    };
  }

  onExport(spans: readonly ReadableSpan[], exporter: string): (error?: string) => void {
    const batch = this.#batch++;
    this.#safely(() => {
      // Some are given to an exporter, or to a processor, that the provider does not know.
      for (const span of spans) if (!this.#known.delete(span.spanContext().spanId)) this.end(span);
      const spanIds = spans.map((span) => span.spanContext().spanId);
      this.journal.write({ type: 'export', batch, exporter, spanIds });
    })();
    return (error) => this.journal.write({ type: 'exported', batch, ...(error !== undefined && { error }) });
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
    const record: SdkRecord = {
      type: 'sdk',
      provider: nameOf(provider),
      processors: processors.map((processor) => ({
        name: nameOf(processor as object),
        exporters: findExporters(processor).map(nameOf),
      })),
    };
    this.journal.write(record);
  }

  #tellUnreadable(provider: object): void {
    const processor = (provider as Provider)['_activeSpanProcessor'];
    // What an executor has set up in a worker: its spans come out of the main thread.
    if (typeof processor === 'object' && processor !== null && NESTED_RELAY in processor) return;
    this.journal.write({ type: 'sdk', provider: nameOf(provider), processors: [], isUnreadable: true });
  }

  /** What fails here is no business of the application's. */
  #safely<Args extends unknown[]>(work: (...args: Args) => void): (...args: Args) => void {
    return (...args) => {
      try {
        work(...args);
      } catch (error) {
        this.journal.write({
          type: 'fault',
          message: `a span could not be read: ${(error as Error).message}`,
        });
      }
    };
  }
}
