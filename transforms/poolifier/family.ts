import type { FixedThreadPool } from 'poolifier' with { 'resolution-mode': 'import' };
import { definePoolFamily } from '../engine/sites/pool-family.js';
import { RUNTIME_RANGE } from '../engine/runtime-range.js';

type Runtime = typeof import('../../runtime/poolifier.js');
type Executor = InstanceType<Runtime['TracedThreadPoolExecutor']>;

/** Listed in full: the compiler tells of one that is missing. */
const EXECUTOR_MEMBERS: Readonly<Record<Exclude<keyof Executor, keyof FixedThreadPool>, true>> = {
  submit: true,
  map: true,
  mapIterable: true,
  inject: true,
  extract: true,
  relayedSpans: true,
};

const EXECUTORS = {
  FixedThreadPool: 'TracedThreadPoolExecutor',
  DynamicThreadPool: 'TracedDynamicThreadPoolExecutor',
  FixedClusterPool: 'TracedClusterPoolExecutor',
  DynamicClusterPool: 'TracedDynamicClusterPoolExecutor',
} as const satisfies Record<string, keyof Runtime>;

/**
 * poolifier, https://github.com/poolifier/poolifier/blob/master/docs/api.md: read for 5.3. Each of its four pools has an
 * executor of its own. Worker files stay as they are, and so does what the library is to them.
 */
export const description = definePoolFamily({
  name: 'poolifier',
  title: 'poolifier pool',
  effect: 'pools of poolifier become those of traced-pool',
  packages: ['poolifier'],
  supported: '^5.1.6',
  classExports: Object.keys(EXECUTORS),
  isModuleTheDefault: false,
  types: `
    interface IPool<W = any, D = any, R = any> {
      execute(task?: D, ...rest: any[]): Promise<R>;
      mapExecute(tasks: Iterable<D>, ...rest: any[]): Promise<R[]>;
    }
    interface FixedThreadPool<D = any, R = any> extends IPool<any, D, R> {}
    class FixedThreadPool<D = any, R = any> { constructor(...args: any[]); }
    class DynamicThreadPool<D = any, R = any> extends FixedThreadPool<D, R> {}
    interface FixedClusterPool<D = any, R = any> extends IPool<any, D, R> {}
    class FixedClusterPool<D = any, R = any> { constructor(...args: any[]); }
    class DynamicClusterPool<D = any, R = any> extends FixedClusterPool<D, R> {}
    export { IPool, FixedThreadPool, DynamicThreadPool, FixedClusterPool, DynamicClusterPool };`,
  executor: { module: 'traced-pool/poolifier', name: EXECUTORS.FixedThreadPool },
  executorNames: EXECUTORS,
  executorMembers: Object.keys(EXECUTOR_MEMBERS),
  workerSide: 'files untouched: our script runs first, in the thread or process, and then runs the file',
  // After one number of workers, or two.
  worker: { arguments: [1, 2] },
  dispatch: {
    from: 'execute',
    to: 'submit' satisfies keyof Executor,
    kept: ['mapExecute'],
    isEverydayWord: true,
  },
  dependency: { name: 'traced-pool', range: RUNTIME_RANGE, extendsLibrary: true },
});
