import { inspect } from 'node:util';
import type { SubmitOptions } from '../options.js';

/** Options of `mapIterable`: those of `submit`, for all tasks, and how they are handed to the pool. */
export interface MapIterableOptions extends SubmitOptions {
  /**
   * The most tasks that are under way at once: handed to the pool (and, in `mapIterable`, read from the source) and
   * their results not yet taken. From 1.
   * @default `map`: no limit; `mapIterable`: four times what the pool's workers take, in tasks or in groups of them
   */
  readonly concurrency?: number;
  /**
   * How many tasks travel in one message. `'auto'` groups tasks by their measured run time, so that a message runs for
   * about a millisecond; tasks that take longer travel alone. Without effect, each task then travelling alone, where
   * the pool has a task queue, a load balancer or a `maxQueue` of its own, with a `transferList`, for moved values, with
   * `tracing.taskSpans` or `tracing.metrics`, and where `run` or `submit` is overridden.
   * @default 'auto'
   */
  readonly chunkSize?: number | 'auto';
}

/** Options of `map`. */
export interface MapOptions extends MapIterableOptions {
  /**
   * Whether the first error cancels the tasks that no worker has begun. If not, they go on, as with `Promise.all`.
   * @default false
   */
  readonly stopOnError?: boolean;
}

function checkCount(name: string, value: unknown, alternative = ''): void {
  const expected = `options.${name} must be an integer from 1${alternative}`;
  if (typeof value !== 'number') throw new TypeError(`${expected}; received ${inspect(value)}`);
  const isCount = value >= 1 && (Number.isInteger(value) || value === Infinity);
  if (!isCount) throw new RangeError(`${expected}; received ${inspect(value)}`);
}

/** @throws TypeError or RangeError for options that are not of their type or range. */
export function checkMapOptions(options: MapOptions): void {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`options must be an object; received ${inspect(options)}`);
  const { concurrency, chunkSize, stopOnError } = options;
  if (concurrency !== undefined) checkCount('concurrency', concurrency);
  if (chunkSize !== undefined && chunkSize !== 'auto') checkCount('chunkSize', chunkSize, " or 'auto'");
  if (stopOnError !== undefined && typeof stopOnError !== 'boolean')
    throw new TypeError(`options.stopOnError must be a boolean; received ${inspect(stopOnError)}`);
}
