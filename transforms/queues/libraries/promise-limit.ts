import type { QueueLibrary } from '../queue-library.js';

/** https://github.com/featurist/promise-limit#api: read for 2.7. */
export const promiseLimit: QueueLibrary = {
  name: 'promise-limit',
  loses: '*',
  classExports: [],
  factoryExports: ['default'],
  isModuleTheDefault: true,
  jobs: { map: { at: 1 } },
  called: { at: 0 },
  instanceTypes: ['Limit'],
  types: `
    interface Limit {
      <T>(job: () => T): Promise<Awaited<T>>;
      map(items: readonly any[], job: (...args: any[]) => any): Promise<any[]>;
    }
    function promiseLimit(concurrency?: number): Limit;
    namespace promiseLimit { export { promiseLimit as default, Limit }; }
    export = promiseLimit;`,
};
