import type { QueueLibrary } from '../queue-library.js';

/** https://github.com/diamondio/better-queue#full-documentation: read for 3.8. */
export const betterQueue: QueueLibrary = {
  name: 'better-queue',
  loses: '*',
  classExports: ['default'],
  isModuleTheDefault: true,
  isOverloaded: true,
  jobs: {},
  pushes: ['push'],
  worker: 'first',
  instanceTypes: ['Queue'],
  types: `
    class Queue<T = any, K = any> {
      constructor(process: any, options?: any);
      push(task: T, done?: any): any;
    }
    namespace Queue { export { Queue as default }; }
    export = Queue;`,
};
