import { TracedWorker, inject } from 'traced-pool/context';

const vat = new TracedWorker(new URL('dye.mjs', import.meta.url));
const cloths = [];
let isBusy = false;

/** The messages themselves wait, and nothing beside them. */
export function dye(cloth) {
  if (isBusy) return void cloths.push(inject(cloth));
  isBusy = true;
  vat.postMessage(inject(cloth));
}

vat.on('message', () => {
  isBusy = false;
  if (cloths.length > 0) dye(cloths.shift());
});
