import { Worker } from 'node:worker_threads';
import { TracedWorker } from 'traced-pool/context';

let shuttle: Worker | undefined;

export function getShuttle(): Worker {
  shuttle ??= new TracedWorker(new URL('./shuttle.js', import.meta.url));
  return shuttle;
}
