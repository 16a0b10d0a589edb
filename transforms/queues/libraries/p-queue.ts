import type { QueueLibrary } from '../queue-library.js';

/**
 * https://github.com/sindresorhus/p-queue#api: read for 6.6, 7.4, 8.1, 9.3 and 10.0. From 10 on each job is bound by
 * the queue itself.
 */
export const pQueue: QueueLibrary = {
  name: 'p-queue',
  loses: '<10',
  classExports: ['default'],
  isModuleTheDefault: true,
  jobs: { add: { at: 0 }, addAll: 'in-array' },
  instanceTypes: ['PQueue'],
  types: `
    class PQueue {
      constructor(options?: any);
      add<T>(job: (options: any) => T, options?: any): Promise<Awaited<T>>;
      addAll(jobs: readonly ((options: any) => any)[], options?: any): Promise<any[]>;
    }
    namespace PQueue { export { PQueue as default }; }
    export = PQueue;`,
};
