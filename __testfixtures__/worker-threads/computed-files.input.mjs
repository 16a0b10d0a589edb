import { Worker } from 'node:worker_threads';

const files = process.env.FILES?.split(',') ?? [];
export const threads = files.map((file) => new Worker(file));
export const start = (file, options) => new Worker(file, options);
export const run = (code) => new Worker(`${code}`, { eval: true });
export const library = new Worker(import.meta.resolve('some-library/worker'));
export const absent = new Worker('./not-here.mjs');
export const spread = (...given) => new Worker(...given);
threads[0].postMessage('first');
library.postMessage('second');
