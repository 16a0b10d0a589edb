import AsyncLock from 'async-lock';
import { bulkhead } from 'cockatiel';
import { pRateLimit } from 'p-ratelimit';
import promiseLimit = require('promise-limit');
import Queue = require('promise-queue');
import { bind } from 'traced-pool/context';

const lock = new AsyncLock();
const shield = bulkhead(1, 10);
const rate = pRateLimit({ concurrency: 1 });
const limit = promiseLimit<number>(2);
const turns = new Queue(1, Infinity);

export const jobs = [
  lock.acquire('door', bind(async () => 1), { timeout: 5 }),
  shield.execute(bind(() => 2)),
  rate(bind(async () => 3)),
  limit(bind(async () => 4)),
  turns.add(bind(async () => 5)),
];
