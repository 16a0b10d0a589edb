import type { QueueLibrary } from '../queue-library.js';

/** https://github.com/connor4312/cockatiel#bulkheadlimit-queue: read for 3.2 and 4.0; its other policies call at once. */
export const cockatiel: QueueLibrary = {
  name: 'cockatiel',
  loses: '*',
  classExports: ['BulkheadPolicy'],
  factoryExports: ['bulkhead'],
  isModuleTheDefault: false,
  jobs: { execute: { at: 0 } },
  instanceTypes: ['BulkheadPolicy'],
  types: `
    class BulkheadPolicy {
      constructor(limit: number, queue?: number);
      execute<T>(job: (context: any) => T, signal?: any): Promise<Awaited<T>>;
    }
    function bulkhead(limit: number, queue?: number): BulkheadPolicy;
    export { bulkhead, BulkheadPolicy };`,
};
