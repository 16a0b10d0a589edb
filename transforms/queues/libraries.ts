import type { QueueLibrary } from './queue-library.js';
import { async } from './libraries/async.js';
import { asyncLock } from './libraries/async-lock.js';
import { betterQueue } from './libraries/better-queue.js';
import { bottleneck } from './libraries/bottleneck.js';
import { cockatiel } from './libraries/cockatiel.js';
import { fastq } from './libraries/fastq.js';
import { neoAsync } from './libraries/neo-async.js';
import { pLimit } from './libraries/p-limit.js';
import { pQueue } from './libraries/p-queue.js';
import { pRatelimit } from './libraries/p-ratelimit.js';
import { promiseLimit } from './libraries/promise-limit.js';
import { promiseQueue } from './libraries/promise-queue.js';
import { queue } from './libraries/queue.js';
import { throat } from './libraries/throat.js';

/** The libraries that lose the context of whoever submits a job, in some or all of their versions. */
export const LIBRARIES: readonly QueueLibrary[] = [
  async,
  asyncLock,
  betterQueue,
  bottleneck,
  cockatiel,
  fastq,
  neoAsync,
  pLimit,
  pQueue,
  pRatelimit,
  promiseLimit,
  promiseQueue,
  queue,
  throat,
];
