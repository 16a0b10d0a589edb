// A test keeps what it calls in variables, and calls it in any order: that is nobody's request.
import { Worker } from 'node:worker_threads';

const oven = new Worker(new URL('./bake.mjs', import.meta.url));

export function bake(dough) {
  oven.postMessage({ dough });
}

export function glaze(bun) {
  oven.postMessage({ bun });
}
