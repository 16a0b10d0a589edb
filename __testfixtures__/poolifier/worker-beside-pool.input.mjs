import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { FixedThreadPool, ThreadWorker } from 'poolifier';

const pool = isMainThread ? new FixedThreadPool(2, fileURLToPath(import.meta.url)) : undefined;

export const hum = (tune) => pool?.execute(tune);

export default isMainThread ? undefined : new ThreadWorker((tune) => `hm ${tune}`);
