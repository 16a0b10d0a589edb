import { Worker } from 'node:worker_threads';
import { join } from 'desm';

const tailor = new Worker(join(import.meta.url, 'shop', 'tailor.mjs'));

export const sew = (cloth) => tailor.postMessage({ cloth });
