import { parentPort } from 'node:worker_threads';

export function report(length: number): void {
  parentPort!.postMessage(length);
}
