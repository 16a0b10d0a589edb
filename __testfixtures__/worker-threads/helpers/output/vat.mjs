import { TracedWorker, inject } from 'traced-pool/context';

const vat = new TracedWorker(new URL('./indigo.mjs', import.meta.url));
const wet = new Map();

vat.on('message', ({ cloth, colour }) => {
  wet.get(cloth)(colour);
  wet.delete(cloth);
});

export function dye(cloth) {
  return new Promise((resolve) => {
    wet.set(cloth, resolve);
    vat.postMessage(inject(cloth));
  });
}

export const rinse = () => vat.terminate();
