import type { QueueLibrary } from '../queue-library.js';

/** https://github.com/sindresorhus/p-limit#api: read for 2.3, 3.1, 4.0, 5.0 and 7.3. From 5 on it keeps the context. */
export const pLimit: QueueLibrary = {
  name: 'p-limit',
  loses: '<5',
  classExports: [],
  factoryExports: ['default'],
  isModuleTheDefault: true,
  jobs: {},
  called: { at: 0 },
  instanceTypes: ['Limit'],
  types: `
    interface Limit { <A extends any[], T>(job: (...args: A) => T, ...args: A): Promise<Awaited<T>>; }
    function pLimit(concurrency: number): Limit;
    namespace pLimit { export { pLimit as default, Limit, Limit as LimitFunction }; }
    export = pLimit;`,
};
