import type { QueueLibrary } from '../queue-library.js';

/** https://github.com/promise-queue/promise-queue#interface: read for 2.2. */
export const promiseQueue: QueueLibrary = {
  name: 'promise-queue',
  loses: '*',
  classExports: ['default'],
  isModuleTheDefault: true,
  jobs: { add: { at: 0 } },
  instanceTypes: ['Queue'],
  types: `
    class Queue {
      constructor(...limits: any[]);
      add<T>(job: () => T): Promise<Awaited<T>>;
    }
    namespace Queue { export { Queue as default }; }
    export = Queue;`,
};
