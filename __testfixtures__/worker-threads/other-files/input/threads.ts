import { Worker } from 'node:worker_threads';

let shuttle: Worker | undefined;

export function getShuttle(): Worker {
  shuttle ??= new Worker(new URL('./shuttle.js', import.meta.url));
  return shuttle;
}
