import { Worker } from 'node:worker_threads';

export function knead(dough) {
  return new Worker(new URL('./knead.mjs', import.meta.url), { workerData: dough });
}
