import type { Piscina } from 'piscina';
import { definePoolFamily } from '../engine/sites/pool-family.js';
import { RUNTIME_RANGE } from '../engine/runtime-range.js';

type Runtime = typeof import('../../runtime/index.js');
type Executor = InstanceType<Runtime['TracedThreadPoolExecutor']>;

/** Listed in full: the compiler tells of one that is missing. */
const EXECUTOR_MEMBERS: Readonly<Record<Exclude<keyof Executor, keyof Piscina>, true>> = {
  submit: true,
  map: true,
  mapIterable: true,
  inject: true,
  extract: true,
  relayedSpans: true,
};

/**
 * Piscina, https://piscinajs.dev/api/Instance: read for 5.3, whose module is the pool class and its only pool.
 * Worker files stay as they are: the executor has Piscina load its own entry first.
 */
export const description = definePoolFamily({
  name: 'piscina',
  title: 'Piscina pool',
  effect: 'pools of piscina become those of traced-pool',
  packages: ['piscina'],
  supported: '^5.0.0',
  classExports: ['default', 'Piscina'],
  isModuleTheDefault: true,
  executor: {
    module: 'traced-pool',
    name: 'TracedThreadPoolExecutor' satisfies keyof Runtime,
  },
  executorMembers: Object.keys(EXECUTOR_MEMBERS),
  workerSide: 'files untouched: Piscina loads our entry, which loads the handler',
  worker: { option: 'filename' },
  dispatch: { from: 'run', to: 'submit' satisfies keyof Executor },
  map: 'map' satisfies keyof Executor,
  dependency: { name: 'traced-pool', range: RUNTIME_RANGE, extendsLibrary: true },
});
