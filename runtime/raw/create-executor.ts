import type { ScriptExecutor } from '../executor/script-executor.js';
import type { RelayOptions } from '../tracing-options.js';

/** Loads, with the first worker, what who only binds and injects does without. */
export function createExecutor(options: RelayOptions): ScriptExecutor {
  const module = require('../executor/script-executor.js') as typeof import('../executor/script-executor.js');
  return new module.ScriptExecutor(options);
}
