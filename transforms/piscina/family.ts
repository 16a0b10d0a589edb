import { definePoolFamily } from '../engine/pool-family.js';
import { RUNTIME_RANGE } from '../engine/runtime-range.js';

type Runtime = typeof import('../../runtime/index.js');
type Executor = InstanceType<Runtime['TracedThreadPoolExecutor']>;

/**
 * Piscina, https://piscinajs.dev/api/Instance: read for 5.3, whose module is the pool class and its only pool.
 * Worker files stay as they are: the executor has Piscina load its own entry first.
 */
export const description = definePoolFamily({
  name: 'piscina',
  title: 'Piscina',
  packages: ['piscina'],
  classExports: ['default', 'Piscina'],
  isModuleTheClass: true,
  executor: {
    module: 'traced-pool',
    name: 'TracedThreadPoolExecutor' satisfies keyof Runtime,
  },
  executorMembers: ['submit', 'map', 'inject', 'extract', 'relayedSpans'] satisfies (keyof Executor)[],
  dispatch: { from: 'run', to: 'submit' satisfies keyof Executor },
  map: 'map' satisfies keyof Executor,
  dependency: { name: 'traced-pool', range: RUNTIME_RANGE },
});
