import type {
  ClusterPoolOptions,
  DynamicClusterPool,
  DynamicThreadPool,
  FixedClusterPool,
  FixedThreadPool,
  ThreadPoolOptions,
} from 'poolifier' with { 'resolution-mode': 'import' };
import type { Context } from '@opentelemetry/api';
import type { ContextOptions } from '../executor/task-options.js';
import type { MapControls, MapIterableControls } from '../map/map-options.js';
import type { RelayOptions } from '../tracing-options.js';

/** What our option adds to poolifier's. */
export interface Traced {
  readonly tracing?: RelayOptions;
}

/** Poolifier's options of thread pools, and ours under one key. */
export type ThreadExecutorOptions = ThreadPoolOptions & Traced;
/** Poolifier's options of cluster pools, and ours under one key. */
export type ClusterExecutorOptions = ClusterPoolOptions & Traced;

/** How tasks are handed to the pool, the name of their function, and the context to run in. */
export interface MapIterableOptions extends ContextOptions, MapIterableControls {
  /** @default the workers' default function */
  readonly name?: string;
}
/** Options of `map`. */
export interface MapOptions extends MapIterableOptions, MapControls {}

/** What the executors add to poolifier's pools. */
export interface PoolExecutor<Data = unknown, Response = unknown> {
  /** Poolifier's `execute`, traced as that is: in the active context. */
  submit(...task: Parameters<FixedThreadPool<Data, Response>['execute']>): Promise<Response>;
  /**
   * Runs a task for each item, all in the context of this call.
   *
   * @returns the results in the order of the items; rejects as `Promise.all` does, with the first error, while the
   * other tasks go on, unless `stopOnError` says otherwise.
   */
  map(tasks: Iterable<Data>, options?: MapOptions): Promise<Response[]>;
  /**
   * Runs a task for each item of a source that is read as the results are taken.
   *
   * @returns the results in the order of the items. An error comes out in its place and ends the iteration.
   * @throws TypeError or RangeError for bad options.
   */
  mapIterable(
    tasks: Iterable<Data> | AsyncIterable<Data>,
    options?: MapIterableOptions,
  ): AsyncIterableIterator<Response>;
  /** See {@link inject}, of which this is the method. */
  inject<Message>(message: Message, context?: Context): Message;
  /** See {@link extract}, of which this is the method. */
  extract<Listener extends (this: never, ...args: never[]) => unknown>(listener: Listener): Listener;
  /** How many spans of its workers this executor has handed to the application's processors, and how many it lost. */
  readonly relayedSpans: { readonly handedOver: number; readonly dropped: number };
}

/** The classes of poolifier's that the executors extend. */
export interface PoolifierClasses {
  readonly FixedThreadPool: typeof FixedThreadPool;
  readonly DynamicThreadPool: typeof DynamicThreadPool;
  readonly FixedClusterPool: typeof FixedClusterPool;
  readonly DynamicClusterPool: typeof DynamicClusterPool;
}

/** A `FixedThreadPool` whose tasks run, in the worker, in the context of whoever submitted them. */
export type TracedThreadPool<Data = unknown, Response = unknown> = FixedThreadPool<Data, Response> &
  PoolExecutor<Data, Response>;
/** As {@link TracedThreadPool}, of a `DynamicThreadPool`. */
export type TracedDynamicThreadPool<Data = unknown, Response = unknown> = DynamicThreadPool<Data, Response> &
  PoolExecutor<Data, Response>;
/** As {@link TracedThreadPool}, of a `FixedClusterPool`. */
export type TracedClusterPool<Data = unknown, Response = unknown> = FixedClusterPool<Data, Response> &
  PoolExecutor<Data, Response>;
/** As {@link TracedThreadPool}, of a `DynamicClusterPool`. */
export type TracedDynamicClusterPool<Data = unknown, Response = unknown> = DynamicClusterPool<
  Data,
  Response
> &
  PoolExecutor<Data, Response>;

/**
 * Poolifier's four pools, as executors: their tasks run, in the worker, in the context of whoever submitted them, and
 * their workers' spans come out of the application's own span processors, each once, before the result. All else is
 * poolifier's: options, events, errors, strategies, queues. Worker files stay as they are.
 */
export interface Executors {
  readonly TracedThreadPoolExecutor: new <Data = unknown, Response = unknown>(
    numberOfThreads: number,
    filePath: string,
    opts?: ThreadExecutorOptions,
    maximumNumberOfThreads?: number,
  ) => TracedThreadPool<Data, Response>;
  readonly TracedDynamicThreadPoolExecutor: new <Data = unknown, Response = unknown>(
    min: number,
    max: number,
    filePath: string,
    opts?: ThreadExecutorOptions,
  ) => TracedDynamicThreadPool<Data, Response>;
  readonly TracedClusterPoolExecutor: new <Data = unknown, Response = unknown>(
    numberOfWorkers: number,
    filePath: string,
    opts?: ClusterExecutorOptions,
    maximumNumberOfWorkers?: number,
  ) => TracedClusterPool<Data, Response>;
  readonly TracedDynamicClusterPoolExecutor: new <Data = unknown, Response = unknown>(
    min: number,
    max: number,
    filePath: string,
    opts?: ClusterExecutorOptions,
  ) => TracedDynamicClusterPool<Data, Response>;
}
