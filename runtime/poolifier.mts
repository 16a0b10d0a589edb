import * as poolifier from 'poolifier';
import { createExecutors } from './poolifier/executors.js';
import type {
  TracedClusterPool,
  TracedDynamicClusterPool,
  TracedDynamicThreadPool,
  TracedThreadPool,
} from './poolifier/options.js';

export type {
  ClusterExecutorOptions,
  MapIterableOptions,
  MapOptions,
  ThreadExecutorOptions,
} from './poolifier/options.js';
export type { RelayOptions, SpanSink } from './tracing-options.js';

const executors = createExecutors(poolifier);

/** Poolifier's `FixedThreadPool`, traced. */
export const { TracedThreadPoolExecutor } = executors;
export type TracedThreadPoolExecutor<Data = unknown, Response = unknown> = TracedThreadPool<Data, Response>;

/** Poolifier's `DynamicThreadPool`, traced. */
export const { TracedDynamicThreadPoolExecutor } = executors;
export type TracedDynamicThreadPoolExecutor<Data = unknown, Response = unknown> = TracedDynamicThreadPool<
  Data,
  Response
>;

/** Poolifier's `FixedClusterPool`, traced. */
export const { TracedClusterPoolExecutor } = executors;
export type TracedClusterPoolExecutor<Data = unknown, Response = unknown> = TracedClusterPool<Data, Response>;

/** Poolifier's `DynamicClusterPool`, traced. */
export const { TracedDynamicClusterPoolExecutor } = executors;
export type TracedDynamicClusterPoolExecutor<Data = unknown, Response = unknown> = TracedDynamicClusterPool<
  Data,
  Response
>;
