import type { Options, Tinypool } from 'tinypool' with { 'resolution-mode': 'import' };
import type { ContextOptions } from '../executor/task-options.js';
import type { GroupControls, MapControls, MapIterableControls } from '../map/map-options.js';
import type { TracingOptions } from '../tracing-options.js';

/** Tinypool's options, and ours under one key. */
export interface ExecutorOptions extends Options {
  readonly tracing?: TracingOptions;
}

type RunOptions = NonNullable<Parameters<Tinypool['run']>[1]>;

/** Tinypool's run options, and the context to run in. */
export interface SubmitOptions extends RunOptions, ContextOptions {}

/** Options of `mapIterable`: those of `submit`, for all tasks, and how they are handed to the pool. */
export interface MapIterableOptions extends SubmitOptions, MapIterableControls, GroupControls {}

/** Options of `map`. */
export interface MapOptions extends MapIterableOptions, MapControls {}
