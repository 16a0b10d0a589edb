import { TracedWorker, inject } from 'traced-pool/context';

const first = new TracedWorker('./fire.mjs');
const second = new TracedWorker('./fire.mjs');

export function fire(pot) {
  first.postMessage(inject(pot));
  second.postMessage(inject(pot));
}

export function refire(pot) {
  first.postMessage(inject(pot));
}
