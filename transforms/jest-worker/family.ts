import { definePoolFamily } from '../engine/sites/pool-family.js';
import { RUNTIME_RANGE } from '../engine/runtime-range.js';

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
  executor: { module: 'traced-pool/jest-worker', name: 'TracedThreadPoolExecutor' },
  executorMembers: ['submit', 'map', 'mapIterable', 'inject', 'extract', 'relayedSpans'],
  worker: { arguments: [0] },
  dispatch: { anyBut: ['end', 'start', 'getStdout', 'getStderr'] },
  dependency: { name: 'traced-pool', range: RUNTIME_RANGE, extendsLibrary: true },
});
