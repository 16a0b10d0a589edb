import { Worker } from 'node:worker_threads';
import { join } from './paths.mjs';

const cutter = new Worker(join(import.meta.url, 'own-join.mjs'));

export const cut = (cloth) => cutter.postMessage({ cloth });
