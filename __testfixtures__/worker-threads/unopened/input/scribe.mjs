import { Worker } from 'node:worker_threads';

const loop = new Worker('./copy-loop.mjs');
const still = new Worker('./copy-still.mjs');

export function copy(page) {
  loop.postMessage(page);
  still.postMessage(page);
}
