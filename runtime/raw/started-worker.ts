import { setEnvironmentData, Worker } from 'node:worker_threads';
import type { WorkerOptions } from 'node:worker_threads';
import { START_DATA } from '../protocol/start-head.js';

/** What a worker is made with. */
export interface WorkerStart {
  readonly filename: string | URL;
  readonly options: WorkerOptions | undefined;
}

/** A worker that finds the given head, and none that is made after it does. */
export class StartedWorker extends Worker {
  constructor({ filename, options }: WorkerStart, head: object | undefined) {
    if (head) setEnvironmentData(START_DATA, head as never);
    try {
      super(filename, options);
    } finally {
      if (head) setEnvironmentData(START_DATA, undefined as never);
    }
  }
}
