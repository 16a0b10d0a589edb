import type { SpanOrigin } from '../records.js';
import { activeSpanIn } from './active-span.js';
import type { Context } from './active-span.js';
import { findPlace } from './call-places.js';
import type { JournalFile } from './journal.js';
import { toEndLine, toStartRecord } from './span-data.js';
import type { ReadableSpan } from './span-data.js';

/** What a job that ran in another context than its dispatch's carries. */
export const DISPATCH_KEY = Symbol.for('traced-pool verify: dispatch');
/** Of each name so many spans have their place told: it takes longer than all else. */
const PLACES_BY_NAME = 3;
const NO_ORIGIN: SpanOrigin = {};
const UNRECORDED: SpanOrigin = { isUnrecorded: true };

/**
 * Tells the journal of spans. An application under load makes thousands a second, so that little is made or kept for one:
 * of most spans their end says it all, which comes before the journal is written.
 */
export class SpanTeller {
  /** The spans that have started, and of which nothing was told. */
  readonly #started = new Map<string, ReadableSpan>();
  /** Where those come from of which something is to be said. */
  readonly #origins = new Map<string, SpanOrigin>();
  readonly #resources = new Map<unknown, number>();
  readonly #placeCounts = new Map<string, number>();
  /** The spans that have ended, and were given to no exporter yet. */
  readonly #ended = new Set<string>();
  #batch = 0;

  constructor(
    private readonly journal: JournalFile,
    /** Whether its spans are there for our sake alone. */
    private readonly isQuiet = false,
  ) {
    journal.onFlush(() => this.#tellStarted());
  }

  start(span: ReadableSpan, context?: Context): void {
    const { spanId } = span.spanContext();
    const origin = this.#findOrigin(span, context);
    if (origin !== NO_ORIGIN) this.#origins.set(spanId, origin);
    this.#started.set(spanId, span);
    this.journal.schedule();
  }

  end(span: ReadableSpan): void {
    const { spanId } = span.spanContext();
    const origin = this.#origins.get(spanId) ?? NO_ORIGIN;
    if (origin !== NO_ORIGIN) this.#origins.delete(spanId);
    this.#started.delete(spanId);
    this.#ended.add(spanId);
    this.journal.append(toEndLine(span, this.#numberOf(span.resource), origin));
  }

  /** A processor has taken a span that ends, and hides what it does with it. */
  take(span: ReadableSpan): void {
    this.#ended.delete(span.spanContext().spanId);
    this.journal.write({ type: 'taken', spanId: span.spanContext().spanId });
  }

  /** An exporter is given spans; gives what tells how that ends, without an error where they have arrived. */
  export(spans: readonly ReadableSpan[], exporter: string): (error?: string) => void {
    const batch = this.#batch++;
    const spanIds = spans.map((span) => span.spanContext().spanId);
    // Some are given to an exporter, or to a processor, that the provider does not know.
    for (const span of spans) if (!this.#ended.has(span.spanContext().spanId)) this.end(span);
    for (const spanId of spanIds) this.#ended.delete(spanId);
    this.journal.write({ type: 'export', batch, exporter, spanIds });
    return (error) => this.journal.write({ type: 'exported', batch, ...(error !== undefined && { error }) });
  }

  #tellStarted(): void {
    for (const [spanId, span] of this.#started)
      this.journal.write(toStartRecord(span, this.#origins.get(spanId) ?? NO_ORIGIN));
    this.#started.clear();
  }

  #findOrigin(span: ReadableSpan, context: Context | undefined): SpanOrigin {
    const place = this.#findPlace(span);
    const dispatch = context?.getValue(DISPATCH_KEY) as string | undefined;
    const isParentRemote = activeSpanIn(context)?.isRemote || undefined;
    if (place === undefined && dispatch === undefined && !isParentRemote)
      return this.isQuiet ? UNRECORDED : NO_ORIGIN;
    return { place, dispatch, isParentRemote, isUnrecorded: this.isQuiet || undefined };
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
}
