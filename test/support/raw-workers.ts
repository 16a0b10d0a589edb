import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';

const workers: Worker[] = [];

/** Remembers a worker until the end of the test. */
export function keepWorker<W extends Worker>(worker: W): W {
  workers.push(worker);
  return worker;
}

/** Ends all workers that are remembered. */
export async function endWorkers(): Promise<void> {
  await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
}

export async function nextMessage(worker: Worker): Promise<unknown> {
  const [message] = (await once(worker, 'message')) as [unknown];
  return message;
}
