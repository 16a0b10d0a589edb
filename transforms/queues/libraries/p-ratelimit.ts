import type { QueueLibrary } from '../queue-library.js';

/** https://github.com/natesilva/p-ratelimit#readme: read for 1.0. */
export const pRatelimit: QueueLibrary = {
  name: 'p-ratelimit',
  loses: '*',
  classExports: [],
  factoryExports: ['pRateLimit'],
  isModuleTheDefault: false,
  jobs: {},
  called: { at: 0 },
  instanceTypes: ['RateLimit'],
  types: `
    interface RateLimit { <T>(job: () => T): Promise<Awaited<T>>; }
    function pRateLimit(quota: any): RateLimit;
    export { pRateLimit, RateLimit };`,
};
