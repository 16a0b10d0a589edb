import { context as contextApi } from '@opentelemetry/api';
import type { ContextOptions } from '../executor/task-options.js';
import { checkMapOptions } from './map-options.js';
import type { MapControls, MapIterableControls } from './map-options.js';
import { createApartCall, PoolMap } from './pool-map.js';
import type { MapCall } from './pool-map.js';

type Options = ContextOptions & MapIterableControls;

/** `map` and `mapIterable` on a pool that takes one task at a time. */
export class ApartMap<Task, Result> {
  readonly #map = new PoolMap<Task, Result>();

  constructor(
    private readonly submit: (task: Task, options: ContextOptions) => Promise<Result>,
    /** How many tasks run at once. */
    private readonly countWorkers: () => number,
  ) {}

  /** @throws TypeError or RangeError for bad options, as a rejection. */
  async all(tasks: readonly Task[], options: Options & MapControls): Promise<Result[]> {
    checkMapOptions(options);
    const { stopOnError: _stopOnError, ...rest } = options;
    return this.#map.all(tasks, options, (count) => this.#createCall(rest, count), this.countWorkers());
  }

  /** @throws TypeError or RangeError for bad options. */
  inOrder(tasks: Iterable<Task> | AsyncIterable<Task>, options: Options): AsyncIterableIterator<Result> {
    checkMapOptions(options);
    return this.#map.inOrder(
      tasks,
      options,
      (count) => this.#createCall(options, count),
      this.countWorkers(),
    );
  }

  /** Fails what is held back: the pool is not to be given any more. */
  terminate(error: Error): void {
    for (const run of this.#map.activeRuns) run.terminate(error);
  }

  #createCall(options: Options, maxCount: number): MapCall<Task, Result> {
    const { concurrency: _concurrency, context = contextApi.active(), ...rest } = options;
    const submit = (task: Task) => this.submit(task, { ...rest, context });
    const pool = { submit, workerCount: this.countWorkers(), isFinal: () => false };
    return createApartCall(pool, context, maxCount);
  }
}
