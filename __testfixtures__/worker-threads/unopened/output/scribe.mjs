import { TracedWorker, inject } from 'traced-pool/context';

const loop = new TracedWorker('./copy-loop.mjs');
const still = new TracedWorker('./copy-still.mjs');
const apart = new TracedWorker('./copy-apart.mjs');
const other = new TracedWorker('./copy.mjs');

export function copy(page) {
  loop.postMessage(page);
  still.postMessage(page);
  apart.postMessage(page);
  other.postMessage(inject(page));
}
