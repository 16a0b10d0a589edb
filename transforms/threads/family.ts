import type { Pool, Thread } from 'threads';
import { definePoolFamily } from '../engine/sites/pool-family.js';
import { RUNTIME_RANGE } from '../engine/runtime-range.js';

type Runtime = typeof import('../../runtime/threads.js');
type Executor = InstanceType<Runtime['TracedThreadPoolExecutor']>;

/** Listed in full: the compiler tells of one that is missing. */
const EXECUTOR_MEMBERS: Readonly<
  Record<Exclude<keyof Executor, keyof ReturnType<typeof Pool<Thread>>>, true>
> = {
  submit: true,
  map: true,
  mapIterable: true,
  inject: true,
  extract: true,
};

/**
 * threads.js, https://threads.js.org/usage-pool: read for 1.7. A pool is given the function that spawns its workers; these
 * are traced by a class of their own, so that a pool and the workers in its function change together, or not at all.
 */
export const description = definePoolFamily({
  name: 'threads',
  title: 'threads.js pool',
  effect: 'pools and workers of threads become those of traced-pool',
  packages: ['threads'],
  areNamesWords: true,
  supported: '^1.7.0',
  // `new Pool()` gives the same as the call.
  classExports: ['Pool'],
  factoryExports: ['Pool'],
  partExports: ['Worker'],
  partCalls: ['spawn'],
  partArgument: 0,
  isModuleTheDefault: false,
  types: `
    interface Pool<T = any> { queue(task: (thread: any) => any): Promise<any>; }
    const Pool: { <T = any>(...args: any[]): Pool<T>; new <T = any>(...args: any[]): Pool<T> };
    class Worker { constructor(...args: any[]); }
    function spawn<T = any>(worker: any, ...rest: any[]): Promise<any>;
    export { Pool, Worker, spawn };`,
  instanceTypes: ['Pool', 'TracedThreadPoolExecutor'],
  executor: {
    module: 'traced-pool/threads',
    name: 'TracedThreadPoolExecutor' satisfies keyof Runtime,
  },
  executorNames: { Worker: 'TracedWorker' satisfies keyof Runtime },
  executorMembers: Object.keys(EXECUTOR_MEMBERS),
  workerSide: 'files untouched: `TracedWorker` runs our script first, which runs the file',
  worker: { arguments: [0] },
  dispatch: { from: 'queue', to: 'submit' satisfies keyof Executor, isEverydayWord: true },
  dependency: { name: 'traced-pool', range: RUNTIME_RANGE, extendsLibrary: true },
});
