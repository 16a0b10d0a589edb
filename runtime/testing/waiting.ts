import { inspect } from 'node:util';
import { buildForest } from './span-forest.js';
import type { WaitOptions } from './collect-options.js';
import type { CollectedSpan, SpanSource } from './collected-span.js';

// A test may put others in their place.
const { setTimeout, clearTimeout } = globalThis;

const DEFAULT_TIMEOUT_MS = 4000;

/** What came of waiting. */
export type Outcome<T> = { readonly found: T } | { readonly problem: string };

/** Those who wait for spans; each is asked again whenever one has ended. */
export class Waiters {
  readonly #checks = new Set<() => void>();
  readonly #stops = new Set<() => void>();

  /**
   * Waits until something is found.
   *
   * @throws RangeError for a limit that is none, and what `find` throws.
   */
  wait<T>(
    find: () => T | undefined,
    { timeoutMillis = DEFAULT_TIMEOUT_MS }: WaitOptions,
  ): Promise<Outcome<T>> {
    if (!(timeoutMillis >= 0))
      throw new RangeError(
        `options.timeoutMillis must be a number of milliseconds; received ${inspect(timeoutMillis)}`,
      );
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        this.#checks.delete(check);
        this.#stops.delete(stop);
      };
      const end = (outcome: Outcome<T>): void => {
        leave();
        resolve(outcome);
      };
      const check = (): void => {
        try {
          const found = find();
          if (found !== undefined) end({ found });
        } catch (error) {
          leave();
          reject(error as Error);
        }
      };
      const stop = (): void => end({ problem: 'but the collector was stopped' });
      const timer = setTimeout(
        () => end({ problem: `which has not come within ${timeoutMillis} ms` }),
        // What is longer would be taken for no time at all.
        Math.min(timeoutMillis, 2 ** 31 - 1),
      );
      this.#checks.add(check);
      this.#stops.add(stop);
      check();
    });
  }

  /** A span has ended. Never throws: who waits is told. */
  check(): void {
    for (const check of [...this.#checks]) check();
  }

  /** No more will come. */
  stop(): void {
    for (const stop of [...this.#stops]) stop();
  }
}

/**
 * The spans of a trace that begins with a span of that name.
 *
 * @returns `undefined` where something of it is missing or going on.
 */
export function findWholeTrace(
  { spans, openSpans }: SpanSource,
  traceId: string,
  name: string,
): readonly CollectedSpan[] | undefined {
  const isOfTrace = (span: CollectedSpan): boolean => span.spanContext().traceId === traceId;
  if (openSpans.some(isOfTrace)) return undefined;
  const ofTrace = spans.filter(isOfTrace);
  const [first, ...others] = buildForest(ofTrace);
  return first?.span.name === name && others.length === 0 ? ofTrace : undefined;
}
