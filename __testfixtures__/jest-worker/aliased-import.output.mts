import { TracedThreadPoolExecutor } from 'traced-pool/jest-worker';
import { Worker } from 'node:worker_threads';

const haste = new TracedThreadPoolExecutor(new URL('./crawl.mjs', import.meta.url), { enableWorkerThreads: true });
const clock = new Worker(new URL('./tick.mjs', import.meta.url));

haste.getStdout().pipe(process.stdout);
clock.postMessage('start');

export const crawl = (root: string) => (haste as any).crawl(root);
