import { Worker } from 'node:worker_threads';

const vat = new Worker(new URL('./indigo.mjs', import.meta.url));
const wet = new Map();

vat.on('message', ({ cloth, colour }) => {
  wet.get(cloth)(colour);
  wet.delete(cloth);
});

export function dye(cloth) {
  return new Promise((resolve) => {
    wet.set(cloth, resolve);
    vat.postMessage(cloth);
  });
}

export const rinse = () => vat.terminate();
