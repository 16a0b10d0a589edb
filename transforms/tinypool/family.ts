import type { Tinypool } from 'tinypool' with { 'resolution-mode': 'import' };
import { definePoolFamily } from '../engine/sites/pool-family.js';
import { RUNTIME_RANGE } from '../engine/runtime-range.js';

type Runtime = typeof import('../../runtime/tinypool.mjs', { with: { 'resolution-mode': 'import' } });
type Executor = InstanceType<Runtime['TracedThreadPoolExecutor']>;

/** Listed in full: the compiler tells of one that is missing. */
const EXECUTOR_MEMBERS: Readonly<Record<Exclude<keyof Executor, keyof Tinypool>, true>> = {
  submit: true,
  map: true,
  mapIterable: true,
  inject: true,
  extract: true,
  relayedSpans: true,
};

/**
 * Tinypool, https://github.com/tinylibs/tinypool#readme: read for 1.1 and 2.2, which have no form for `require()`.
 * Worker files stay as they are: the executor has Tinypool load its own entry first.
 */
export const description = definePoolFamily({
  name: 'tinypool',
  title: 'Tinypool pool',
  effect: 'pools of tinypool become those of traced-pool',
  packages: ['tinypool'],
  supported: '^1.0.0 || ^2.0.0',
  classExports: ['default', 'Tinypool'],
  isModuleTheDefault: false,
  executor: {
    module: 'traced-pool/tinypool',
    name: 'TracedThreadPoolExecutor' satisfies keyof Runtime,
  },
  executorMembers: Object.keys(EXECUTOR_MEMBERS),
  workerSide: 'files untouched: Tinypool loads our entry, in its thread or process, which loads the handler',
  worker: { option: 'filename' },
  dispatch: { from: 'run', to: 'submit' satisfies keyof Executor },
  map: 'map' satisfies keyof Executor,
  dependency: { name: 'traced-pool', range: RUNTIME_RANGE, extendsLibrary: true },
});
