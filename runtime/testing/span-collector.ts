import { diag, TraceFlags } from '@opentelemetry/api';
import { inspect } from 'node:util';
import { attach, findTarget } from './attachment.js';
import { keyOf } from './span-ids.js';
import { noteCollector } from './span-origins.js';
import { spanTree } from './span-tree.js';
import { findWholeTrace, Waiters } from './waiting.js';
import type { CollectOptions, WaitOptions } from './collect-options.js';
import type { CollectedSpan, SpanSource } from './collected-span.js';

/** Collects spans when they end, as an exporter would get them; made by {@link collectSpans}. */
export class SpanCollector implements SpanSource {
  readonly #filter: (span: CollectedSpan) => boolean;
  readonly #waiters = new Waiters();
  readonly #open = new Map<string, CollectedSpan>();
  /** What was open when all was forgotten. */
  readonly #forgotten = new Set<string>();
  #ended: CollectedSpan[] = [];
  #heard: object | undefined;
  #detach: (() => void) | undefined;
  #isStopped = false;

  constructor({ filter = () => true }: CollectOptions = {}) {
    if (typeof filter !== 'function')
      throw new TypeError(`options.filter must be a function; received ${inspect(filter)}`);
    this.#filter = filter;
  }

  /** The spans that have ended so far, those of workers among them, in that order; a list of its own. */
  get spans(): readonly CollectedSpan[] {
    return [...this.#ended];
  }

  /** The spans of the main thread that have started and not ended; workers tell of theirs when they end. */
  get openSpans(): readonly CollectedSpan[] {
    return [...this.#open.values()];
  }

  /**
   * Listens in on the processors of a tracer provider, which go on as before; for an application that sets up its own
   * SDK. A collector that is given to a provider, as one of its `spanProcessors`, needs none of it.
   *
   * @param provider the registered one by default.
   * @returns the collector itself.
   * @throws Error where there is no provider, or one that keeps its processors where they are not found.
   */
  attach(provider?: object): this {
    const target = findTarget(provider);
    this.#isStopped = false;
    if (target.processor === this.#heard) return this;
    this.#detach?.();
    this.#detach = attach(this, target);
    this.#heard = target.processor;
    return this;
  }

  /** Forgets all that it has, and what of it is still open for good: a test begins with nothing of the one before. */
  reset(): void {
    this.#ended = [];
    for (const key of this.#open.keys()) this.#forgotten.add(key);
    this.#open.clear();
  }

  /** Collects no more, and lets go of the provider; keeps what it has. Whoever waits is told. */
  stop(): void {
    this.#isStopped = true;
    this.#detach?.();
    this.#detach = this.#heard = undefined;
    this.#open.clear();
    this.#waiters.stop();
  }

  /** {@link stop}, at the end of the block of `using spans = collectSpans()`. */
  [Symbol.dispose](): void {
    this.stop();
  }

  /**
   * Waits until so many spans have ended, or one of a name, or one for which a function is true.
   *
   * @returns all spans for a number, and the first such span otherwise.
   * @throws Error after the limit, with the tree so far.
   */
  waitFor(count: number, options?: WaitOptions): Promise<readonly CollectedSpan[]>;
  waitFor(span: string | ((span: CollectedSpan) => boolean), options?: WaitOptions): Promise<CollectedSpan>;
  async waitFor(
    wanted: number | string | ((span: CollectedSpan) => boolean),
    options?: WaitOptions,
  ): Promise<CollectedSpan | readonly CollectedSpan[]> {
    if (typeof wanted === 'number') {
      const find = () => (this.#ended.length >= wanted ? this.spans : undefined);
      return this.#wait(this.waitFor, find, `${wanted} spans`, options);
    }
    if (typeof wanted !== 'string' && typeof wanted !== 'function')
      throw new TypeError(`waitFor() takes a number, a name or a function; received ${inspect(wanted)}`);
    const isWanted = typeof wanted === 'string' ? ({ name }: CollectedSpan) => name === wanted : wanted;
    const what = typeof wanted === 'string' ? `a span named ${inspect(wanted)}` : 'a span like that';
    return this.#wait(this.waitFor, () => this.#ended.find(isWanted), what, options);
  }

  /**
   * Waits until a trace is whole: its first span has that name and has ended, none of its spans is still open, and none
   * is without its parent. What a worker does after the first span has ended is not waited for.
   *
   * @returns the spans of the trace, as they ended.
   * @throws Error after the limit, with the tree so far.
   */
  async waitForTrace(name: string, options?: WaitOptions): Promise<readonly CollectedSpan[]> {
    const find = () => {
      const ids = this.#ended.filter((span) => span.name === name).map((span) => span.spanContext().traceId);
      return ids.map((id) => findWholeTrace(this, id, name)).find(Boolean);
    };
    return this.#wait(this.waitForTrace, find, `a whole trace that begins with ${inspect(name)}`, options);
  }

  /** The SDK's: a span has started. */
  onStart(span: CollectedSpan, _context?: unknown): void {
    if (this.#isOfInterest(span)) this.#open.set(keyOf(span), span);
  }

  /** The SDK's, and the relay's: a span has ended. */
  onEnd(span: CollectedSpan): void {
    const key = keyOf(span);
    this.#open.delete(key);
    if (this.#forgotten.delete(key) || !this.#isOfInterest(span)) return;
    this.#ended.push(span);
    noteCollector(span, this);
    this.#waiters.check();
  }

  /** The SDK's; there is nothing to flush. */
  forceFlush(): Promise<void> {
    return Promise.resolve();
  }

  /** The SDK's; what was collected can still be read. */
  shutdown(): Promise<void> {
    return Promise.resolve();
  }

  /** Exporters get no span that is recorded only, so neither do tests. */
  #isOfInterest(span: CollectedSpan): boolean {
    if (this.#isStopped || !(span.spanContext().traceFlags & TraceFlags.SAMPLED)) return false;
    try {
      return this.#filter(span);
    } catch (error) {
      diag.error('traced-pool: the filter of a span collector failed', error);
      return true;
    }
  }

  async #wait<T>(
    entry: (...given: never) => unknown,
    find: () => T | undefined,
    what: string,
    options: WaitOptions = {},
  ): Promise<T> {
    // Taken while it is known who waits.
    const error = new Error();
    Error.captureStackTrace(error, entry);
    const frames = /^ +at .*/ms.exec(error.stack ?? '') ?? '';
    const outcome = await this.#waiters.wait(find, options);
    if ('found' in outcome) return outcome.found;
    error.message = `Waited for ${what}, ${outcome.problem}. So far there is:\n\n${spanTree(this) || '(no span)'}`;
    error.stack = `${String(error)}\n${String(frames)}`;
    throw error;
  }
}

/**
 * Collects the spans of a test, with those of workers. Give it to a provider of the test's own, or attach it to the one
 * that the application has registered:
 *
 *     const spans = collectSpans();
 *     new NodeTracerProvider({ spanProcessors: [spans] }).register();
 *
 *     const spans = collectSpans().attach();
 *
 * @throws TypeError for an option that is not of its type.
 */
export function collectSpans(options?: CollectOptions): SpanCollector {
  return new SpanCollector(options);
}
