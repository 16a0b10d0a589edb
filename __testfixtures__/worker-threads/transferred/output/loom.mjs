import { TracedWorker, inject } from 'traced-pool/context';

const loom = new TracedWorker(new URL('loom-thread.js', import.meta.url), { name: 'loom' });

export function weave(pattern, port) {
  const threads = new Uint8Array(64);
  loom.postMessage(inject({ pattern, port, threads }), [port, threads.buffer]);
}

export function stop() {
  loom.postMessage(/* nothing else */ inject(null));
}
