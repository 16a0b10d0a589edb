import { Thread } from 'threads';

export async function drain(workerPool, jobs) {
  for (const job of jobs) workerPool.queue((thread) => thread(job));
  await Thread.terminate(workerPool.first);
}
