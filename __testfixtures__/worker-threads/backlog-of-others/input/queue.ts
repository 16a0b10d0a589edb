// Jobs of this process alone: nothing is posted, whatever a worker thread may be told elsewhere.
import { isMainThread, threadId } from 'node:worker_threads';

interface Job {
  readonly data: string;
  resolve(done: string): void;
}

interface Runner {
  current: Job | undefined;
  postMessage(data: string): void;
}

export class JobQueue {
  readonly #jobs: Job[] = [];

  constructor(private readonly runner: Runner) {}

  run(data: string): Promise<string> {
    return new Promise((resolve) => {
      this.#jobs.push({ data, resolve });
      this.#next();
    });
  }

  #next(): void {
    const job = this.#jobs.shift();
    if (!job || !isMainThread) return;
    this.runner.current = job;
    this.runner.postMessage(`${threadId}: ${job.data}`);
  }
}
