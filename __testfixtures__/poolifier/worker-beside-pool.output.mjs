import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { ThreadWorker } from 'poolifier';
import { TracedThreadPoolExecutor } from 'traced-pool/poolifier';

const pool = isMainThread ? new TracedThreadPoolExecutor(2, fileURLToPath(import.meta.url)) : undefined;

export const hum = (tune) => pool?.submit(tune);

export default isMainThread ? undefined : new ThreadWorker((tune) => `hm ${tune}`);
