import { TracedWorker } from 'traced-pool/context';

const loop = new TracedWorker('./copy-loop.mjs');
const still = new TracedWorker('./copy-still.mjs');

export function copy(page) {
  loop.postMessage(page);
  still.postMessage(page);
}
