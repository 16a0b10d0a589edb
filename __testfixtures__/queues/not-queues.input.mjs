import { createPool } from 'generic-pool';
import { Mutex } from 'async-mutex';
import pMap from 'p-map';
import pThrottle from 'p-throttle';
import { queueMicrotask as soon } from 'node:timers';

const pool = createPool({ create: async () => ({}), destroy: async () => {} }, { max: 1 });
const mutex = new Mutex();

export const all = [
  pool.use(async () => 1),
  pMap([1], async (n) => n, { concurrency: 1 }),
  mutex.runExclusive(() => 2),
  pThrottle({ limit: 1, interval: 1 })(() => 3)(),
];
