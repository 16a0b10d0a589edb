import type { QueueLibrary } from '../queue-library.js';

/** https://github.com/jessetane/queue#api: read for 4.5, 5.0, 6.0 and 7.0. */
export const queue: QueueLibrary = {
  name: 'queue',
  loses: '*',
  classExports: ['default'],
  factoryExports: ['default'],
  isModuleTheDefault: true,
  jobs: { push: { from: 0 }, unshift: { from: 0 }, splice: { from: 2 } },
  instanceTypes: ['Queue'],
  types: `
    interface Queue {
      push(...jobs: any[]): number;
      unshift(...jobs: any[]): number;
      splice(start: number, count?: number, ...jobs: any[]): Queue;
    }
    const Queue: { (options?: any): Queue; new (options?: any): Queue };
    namespace Queue { export { Queue as default }; }
    export = Queue;`,
};
