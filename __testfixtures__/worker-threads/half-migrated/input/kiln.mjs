import { TracedWorker, inject } from 'traced-pool/context';
import { Worker } from 'node:worker_threads';

const first = new TracedWorker('./fire.mjs');
const second = new Worker('./fire.mjs');

export function fire(pot) {
  first.postMessage(inject(pot));
  second.postMessage(pot);
}

export function refire(pot) {
  first.postMessage(pot);
}
