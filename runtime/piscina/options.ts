import type { Piscina } from 'piscina';
import type { ContextOptions } from '../executor/task-options.js';
import type { GroupControls, MapControls, MapIterableControls } from '../map/map-options.js';

import type { TracingOptions } from '../tracing-options.js';

export type PiscinaOptions = NonNullable<ConstructorParameters<typeof Piscina>[0]>;

/** Piscina's options, and ours under one key. */
export interface ExecutorOptions extends PiscinaOptions {
  readonly tracing?: TracingOptions;
}

type RunOptions = NonNullable<Parameters<Piscina['run']>[1]>;

/** Piscina's run options, and the context to run in. */
export interface SubmitOptions extends RunOptions, ContextOptions {}

/** Options of `mapIterable`: those of `submit`, for all tasks, and how they are handed to the pool. */
export interface MapIterableOptions extends SubmitOptions, MapIterableControls, GroupControls {}

/** Options of `map`. */
export interface MapOptions extends MapIterableOptions, MapControls {}
