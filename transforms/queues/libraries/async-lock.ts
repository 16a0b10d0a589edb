import type { QueueLibrary } from '../queue-library.js';

/** https://github.com/rogierschouten/async-lock#readme: read for 1.4. */
export const asyncLock: QueueLibrary = {
  name: 'async-lock',
  loses: '*',
  classExports: ['default'],
  isModuleTheDefault: true,
  isOverloaded: true,
  jobs: { acquire: { at: 1 } },
  instanceTypes: ['AsyncLock'],
  types: `
    class AsyncLock {
      constructor(options?: any);
      acquire(key: any, job: any, ...rest: any[]): any;
    }
    namespace AsyncLock { export { AsyncLock as default }; }
    export = AsyncLock;`,
};
