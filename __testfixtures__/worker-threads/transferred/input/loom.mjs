import { Worker } from 'worker_threads';

const loom = new Worker(new URL('loom-thread.js', import.meta.url), { name: 'loom' });

export function weave(pattern, port) {
  const threads = new Uint8Array(64);
  loom.postMessage({ pattern, port, threads }, [port, threads.buffer]);
}

export function stop() {
  loom.postMessage(/* nothing else */ null);
}
