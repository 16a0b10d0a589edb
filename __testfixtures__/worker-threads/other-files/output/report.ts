import { parentPort } from 'node:worker_threads';
import { inject } from 'traced-pool/context';

export function report(length: number): void {
  parentPort!.postMessage(inject(length));
}
