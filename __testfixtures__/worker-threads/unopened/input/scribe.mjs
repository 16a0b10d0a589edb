import { Worker } from 'node:worker_threads';

const loop = new Worker('./copy-loop.mjs');
const still = new Worker('./copy-still.mjs');
const apart = new Worker('./copy-apart.mjs');
const other = new Worker('./copy.mjs');

export function copy(page) {
  loop.postMessage(page);
  still.postMessage(page);
  apart.postMessage(page);
  other.postMessage(page);
}
