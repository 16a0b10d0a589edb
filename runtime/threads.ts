import { context as contextApi } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import { Pool } from 'threads';
import type { Thread } from 'threads';
import { extract, inject } from './context.js';
import type { ContextOptions } from './executor/task-options.js';
import { ApartMap } from './map/apart-map.js';
import type { MapControls, MapIterableControls } from './map/map-options.js';

export { TracedWorker } from './threads/worker.js';
export type { TracedWorkerOptions } from './threads/worker.js';
export type { RelayOptions, SpanSink } from './tracing-options.js';

type PoolOf<ThreadType extends Thread> = ReturnType<typeof Pool<ThreadType>>;
type Task<ThreadType extends Thread> = Parameters<PoolOf<ThreadType>['queue']>[0];
type PoolOptions = Parameters<typeof Pool>[1];
type Run<ThreadType, Item, Result> = (thread: ThreadType, item: Item) => PromiseLike<Result> | Result;

/** Options of `mapIterable`. */
export interface MapIterableOptions extends ContextOptions, MapIterableControls {}
/** Options of `map`. */
export interface MapOptions extends MapIterableOptions, MapControls {}

// Threads.js shows the class by its instances only; this one has no worker.
const ThreadsPool = Pool(() => Promise.reject(new Error('no worker')), 0).constructor as new <
  ThreadType extends Thread,
>(
  spawnWorker: () => Promise<ThreadType>,
  optionsOrSize?: PoolOptions,
) => PoolOf<ThreadType>;

/**
 * A `Pool` of threads.js's whose tasks run in the context of whoever queued them; the workers that it spawns are to be
 * of the class {@link TracedWorker}. All else is threads.js's.
 */
export class TracedThreadPoolExecutor<ThreadType extends Thread> extends ThreadsPool<ThreadType> {
  static readonly EventType: (typeof Pool)['EventType'] = Pool.EventType;
  readonly #map: ApartMap<() => Task<ThreadType>, unknown>;

  constructor(spawnWorker: () => Promise<ThreadType>, optionsOrSize?: PoolOptions) {
    super(spawnWorker, optionsOrSize);
    const { workers } = this as unknown as { workers: readonly unknown[] };
    this.#map = new ApartMap(
      async (task, { context = contextApi.active() }) =>
        contextApi.with(context, () => this.queue(task())) as unknown as Promise<unknown>,
      () => workers.length || 1,
    );
  }

  /** See {@link queue}. */
  submit<Return>(task: (thread: ThreadType) => Promise<Return>): ReturnType<PoolOf<ThreadType>['queue']> {
    return this.queue(task);
  }

  /**
   * Queues a task for each item, all in the context of this call.
   *
   * @returns the results in the order of the items; rejects as `Promise.all` does, with the first error, while the
   * other tasks go on, unless `stopOnError` says otherwise.
   */
  map<Item, Result>(
    items: Iterable<Item>,
    run: Run<ThreadType, Item, Result>,
    options: MapOptions = {},
  ): Promise<Awaited<Result>[]> {
    const tasks = [...items].map((item) => () => toTask(run, item));
    return this.#map.all(tasks, options) as Promise<Awaited<Result>[]>;
  }

  /**
   * Queues a task for each item of a source that is read as the results are taken.
   *
   * @returns the results in the order of the items. An error comes out in its place and ends the iteration.
   * @throws TypeError or RangeError for bad options.
   */
  mapIterable<Item, Result>(
    items: Iterable<Item> | AsyncIterable<Item>,
    run: Run<ThreadType, Item, Result>,
    options: MapIterableOptions = {},
  ): AsyncIterableIterator<Awaited<Result>> {
    const tasks = (async function* () {
      for await (const item of items) yield () => toTask(run, item);
    })();
    return this.#map.inOrder(tasks, options) as AsyncIterableIterator<Awaited<Result>>;
  }

  /** Threads.js's `queue`: the task runs in the active context of this call. */
  override queue(task: Task<ThreadType>): ReturnType<PoolOf<ThreadType>['queue']> {
    return super.queue(typeof task === 'function' ? contextApi.bind(contextApi.active(), task) : task);
  }

  /** See {@link inject}, of which this is the method. */
  inject<Message>(message: Message, context?: Context): Message {
    return inject(message, context);
  }

  /** See {@link extract}, of which this is the method. */
  extract<Listener extends (this: never, ...args: never[]) => unknown>(listener: Listener): Listener {
    return extract(listener);
  }
}

function toTask<ThreadType extends Thread, Item, Result>(
  run: Run<ThreadType, Item, Result>,
  item: Item,
): Task<ThreadType> {
  return (async (thread: ThreadType) => run(thread, item)) as Task<ThreadType>;
}
