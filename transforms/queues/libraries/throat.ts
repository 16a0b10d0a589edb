import type { QueueLibrary } from '../queue-library.js';

/** https://github.com/ForbesLindesay/throat#api: read for 5.0 and 6.0. From 6 on it keeps the context. */
export const throat: QueueLibrary = {
  name: 'throat',
  loses: '<6',
  classExports: [],
  factoryExports: ['default'],
  isModuleTheDefault: true,
  jobs: {},
  called: { at: 0 },
  buildsWrapped: true,
  instanceTypes: ['Throat'],
  types: `
    interface Throat { (job: (...args: any[]) => any, ...args: any[]): Promise<any>; }
    function throat(concurrency: number): Throat;
    function throat(concurrency: number, job: any): any;
    function throat(job: any, concurrency: number): any;
    namespace throat { export { throat as default, Throat }; }
    export = throat;`,
};
