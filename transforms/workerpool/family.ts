import type { Pool } from 'workerpool';
import { definePoolFamily } from '../engine/sites/pool-family.js';
import { RUNTIME_RANGE } from '../engine/runtime-range.js';

type Runtime = typeof import('../../runtime/workerpool.js');
type Executor = InstanceType<Runtime['TracedThreadPoolExecutor']>;

/** Listed in full: the compiler tells of one that is missing. */
const EXECUTOR_MEMBERS: Readonly<Record<Exclude<keyof Executor, keyof Pool>, true>> = {
  submit: true,
  map: true,
  mapIterable: true,
  inject: true,
  extract: true,
  relayedSpans: true,
};

/**
 * workerpool, https://github.com/josdejong/workerpool#api: read for 9.3 and 10.0. Its pools come out of a function, and
 * the class is but a type. Worker files stay as they are, and so does what the library is to them; `exec` keeps its
 * arguments, the text of a function among them, and its own promise, so that nothing becomes a `map`.
 */
export const description = definePoolFamily({
  name: 'workerpool',
  title: 'workerpool pool',
  effect: 'pools of workerpool become those of traced-pool',
  packages: ['workerpool'],
  supported: '^9.0.0 || ^10.0.0',
  // `new workerpool.pool()` gives the same as the call.
  classExports: ['pool'],
  factoryExports: ['pool'],
  typeExports: ['Pool'],
  isModuleTheDefault: true,
  types: `
    class Pool { exec(method: any, ...rest: any[]): Promise<any>; }
    const pool: { (...args: any[]): Pool; new (...args: any[]): Pool };
    const workerpool: { readonly pool: typeof pool };
    export { Pool, pool, workerpool as default };`,
  executor: {
    module: 'traced-pool/workerpool',
    name: 'TracedThreadPoolExecutor' satisfies keyof Runtime,
  },
  executorMembers: Object.keys(EXECUTOR_MEMBERS),
  workerSide: 'scripts untouched: ours runs first, in the thread or process, and then runs the script',
  worker: { arguments: [0] },
  dispatch: { from: 'exec', to: 'submit' satisfies keyof Executor, isEverydayWord: true },
  dependency: { name: 'traced-pool', range: RUNTIME_RANGE, extendsLibrary: true },
});
