import type { QueueLibrary } from '../queue-library.js';

/**
 * https://github.com/connor4312/cockatiel#bulkheadlimit-queue: read for 3.2 and 4.0. Its other policies call at once, but
 * may wrap a bulkhead.
 */
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
      private readonly isBulkhead: true;
      constructor(limit: number, queue?: number);
      execute<T>(job: (context: any) => T, signal?: any): Promise<Awaited<T>>;
    }
    class OtherPolicy {
      private readonly isOther: true;
      execute<T>(job: (context: any) => T, signal?: any): Promise<Awaited<T>>;
    }
    type Other = (...args: any[]) => OtherPolicy;
    function bulkhead(limit: number, queue?: number): BulkheadPolicy;
    const circuitBreaker: Other, fallback: Other, retry: Other, timeout: Other, noop: OtherPolicy;
    function wrap<P extends readonly any[]>(...policies: P): Extract<P[number], BulkheadPolicy>;
    const Policy: { bulkhead: typeof bulkhead; wrap: typeof wrap; [other: string]: any };
    export { bulkhead, BulkheadPolicy, Policy, circuitBreaker, fallback, noop, retry, timeout, wrap };`,
};
