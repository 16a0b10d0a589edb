import type { QueueLibrary } from '../queue-library.js';

/** https://github.com/mcollina/fastq#api: read for 1.20. */
export const fastq: QueueLibrary = {
  name: 'fastq',
  loses: '*',
  classExports: [],
  factoryExports: ['default', 'promise'],
  isModuleTheDefault: true,
  jobs: {},
  pushes: ['push', 'unshift'],
  worker: 'after-context',
  instanceTypes: ['queue', 'queueAsPromised'],
  types: `
    interface queue<T = any, R = any> {
      push(task: T, done?: (error: Error | null, result?: R) => void): void;
      unshift(task: T, done?: (error: Error | null, result?: R) => void): void;
    }
    interface queueAsPromised<T = any, R = any> {
      push(task: T): Promise<R>;
      unshift(task: T): Promise<R>;
    }
    function fastq<C, T = any, R = any>(...args: any[]): queue<T, R>;
    function promise<C, T = any, R = any>(...args: any[]): queueAsPromised<T, R>;
    namespace fastq { export { fastq as default, promise, queue, queueAsPromised }; }
    export = fastq;`,
};
