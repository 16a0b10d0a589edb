import type { Worker } from 'node:worker_threads';

export function assign(worker: Worker, task: string): void {
  worker.postMessage(task);
}
