import { inspect } from 'node:util';

/** How `mapIterable` hands tasks to the pool. */
export interface MapIterableControls {
  /**
   * The most tasks that are under way at once: handed to the pool (and, in `mapIterable`, read from the source) and
   * their results not yet taken. From 1.
   * @default `map`: no limit; `mapIterable`: four times what the pool's workers take, in tasks or in groups of them
   */
  readonly concurrency?: number;
}

/** How `map` hands tasks to the pool. */
export interface MapControls extends MapIterableControls {
  /**
   * Whether the first error cancels the tasks that no worker has begun. If not, they go on, as with `Promise.all`.
   * @default false
   */
  readonly stopOnError?: boolean;
}

/** How tasks travel, where the pool can take several at once. */
export interface GroupControls {
  /**
   * How many tasks travel in one message. `'auto'` groups tasks by their measured run time, so that a message runs for
   * about a millisecond; tasks that take longer travel alone. Without effect, each task then travelling alone, where
   * the pool has a task queue, a load balancer or a `maxQueue` of its own, or workers that are processes, with a
   * `transferList`, for moved values, with `tracing.taskSpans` or `tracing.metrics`, and where `run` or `submit` is
   * overridden.
   * @default 'auto'
   */
  readonly chunkSize?: number | 'auto';
}

function checkCount(name: string, value: unknown, alternative = ''): void {
  const expected = `options.${name} must be an integer from 1${alternative}`;
  if (typeof value !== 'number') throw new TypeError(`${expected}; received ${inspect(value)}`);
  const isCount = value >= 1 && (Number.isInteger(value) || value === Infinity);
  if (!isCount) throw new RangeError(`${expected}; received ${inspect(value)}`);
}

/** @throws TypeError or RangeError for options that are not of their type or range. */
export function checkMapOptions(options: MapControls & GroupControls): void {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`options must be an object; received ${inspect(options)}`);
  const { concurrency, chunkSize, stopOnError } = options;
  if (concurrency !== undefined) checkCount('concurrency', concurrency);
  if (chunkSize !== undefined && chunkSize !== 'auto') checkCount('chunkSize', chunkSize, " or 'auto'");
  if (stopOnError !== undefined && typeof stopOnError !== 'boolean')
    throw new TypeError(`options.stopOnError must be a boolean; received ${inspect(stopOnError)}`);
}
