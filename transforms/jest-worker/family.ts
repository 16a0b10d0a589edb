import type { Worker } from 'jest-worker';
import { definePoolFamily } from '../engine/sites/pool-family.js';
import { RUNTIME_RANGE } from '../engine/runtime-range.js';

type Runtime = typeof import('../../runtime/jest-worker.js');
type Executor = InstanceType<Runtime['TracedThreadPoolExecutor']>;

/** Listed in full: the compiler tells of one that is missing. */
const EXECUTOR_MEMBERS: Readonly<Record<Exclude<keyof Executor, keyof Worker>, true>> = {
  submit: true,
  map: true,
  mapIterable: true,
  inject: true,
  extract: true,
  relayedSpans: true,
};

/**
 * jest-worker, https://github.com/jestjs/jest/tree/main/packages/jest-worker#readme: read for 29.7 and 30.5. A pool has
 * the methods of its worker file, whatever they are called; the executor traces them, and their calls stay.
 */
export const description = definePoolFamily({
  name: 'jest-worker',
  title: 'jest-worker farm',
  effect: 'farms of jest-worker become those of traced-pool, and the calls of their methods stay',
  packages: ['jest-worker'],
  supported: '^29.0.0 || ^30.0.0',
  classExports: ['Worker'],
  extendedTypeExports: ['JestWorkerFarm'],
  isModuleTheDefault: false,
  types: `
    class Worker { getStderr(): any; getStdout(): any; start(): Promise<void>; end(): Promise<any>; }
    type JestWorkerFarm<T> = T & Worker;
    export { Worker, JestWorkerFarm };`,
  executor: {
    module: 'traced-pool/jest-worker',
    name: 'TracedThreadPoolExecutor' satisfies keyof Runtime,
  },
  executorMembers: Object.keys(EXECUTOR_MEMBERS),
  workerSide:
    'files untouched: our child runs first, in the thread or process, and then runs that of jest-worker',
  worker: { arguments: [0] },
  dispatch: { anyBut: ['end', 'start', 'getStdout', 'getStderr'] },
  dependency: { name: 'traced-pool', range: RUNTIME_RANGE, extendsLibrary: true },
});
