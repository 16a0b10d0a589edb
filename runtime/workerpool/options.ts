import type { Pool, WorkerPoolOptions } from 'workerpool';
import type { ContextOptions } from '../executor/task-options.js';
import type { MapControls, MapIterableControls } from '../map/map-options.js';
import type { RelayOptions } from '../tracing-options.js';

/** Workerpool's options, and ours under one key. */
export interface ExecutorOptions extends WorkerPoolOptions {
  readonly tracing?: RelayOptions;
}

/** Workerpool's exec options, and the context to run in. */
export type SubmitOptions = NonNullable<Parameters<Pool['exec']>[2]> & ContextOptions;
/** Options of `mapIterable`: those of `submit`, for all tasks, and how they are handed to the pool. */
export type MapIterableOptions = SubmitOptions & MapIterableControls;
/** Options of `map`. */
export type MapOptions = MapIterableOptions & MapControls;

/** A method's name, or a function that is sent as text. */
export type Method = Parameters<Pool['exec']>[0];
export type Params = NonNullable<Parameters<Pool['exec']>[1]> | null;
/** Workerpool's own. */
export type WorkerpoolPromise = ReturnType<Pool['exec']>;
/** What a method of somebody else's gives: anything, as with workerpool. */
export type DefaultResult = Awaited<WorkerpoolPromise>;
