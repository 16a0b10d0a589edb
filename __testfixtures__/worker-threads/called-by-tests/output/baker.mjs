// A test keeps what it calls in variables, and calls it in any order: that is nobody's request.
import { TracedWorker, inject } from 'traced-pool/context';

const oven = new TracedWorker(new URL('./bake.mjs', import.meta.url));

export function bake(dough) {
  oven.postMessage(inject({ dough }));
}

export function glaze(bun) {
  oven.postMessage({ bun });
}
