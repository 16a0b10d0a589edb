import { Worker } from 'node:worker_threads';

const vat = new Worker(new URL('dye.mjs', import.meta.url));
const cloths = [];
let isBusy = false;

/** The messages themselves wait, and nothing beside them. */
export function dye(cloth) {
  if (isBusy) return void cloths.push(cloth);
  isBusy = true;
  vat.postMessage(cloth);
}

vat.on('message', () => {
  isBusy = false;
  if (cloths.length > 0) dye(cloths.shift());
});
