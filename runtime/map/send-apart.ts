import { claimTask } from '../protocol/chunk-cursor.js';
import type { ChunkReply } from '../protocol/task-message.js';
import type { Chunk } from './chunk.js';

/** Submits each task of a chunk by itself; what a failed one rejects with is its own outcome. */
export async function sendApart<Task, Result>(
  { tasks, cursor }: Chunk<Task>,
  submit: (task: Task) => Promise<Result>,
): Promise<ChunkReply<Result>> {
  while (claimTask(cursor) !== undefined);
  const startedAt = performance.now();
  const outcomes = await Promise.allSettled(tasks.map(submit));
  return {
    results: outcomes.map((outcome) =>
      outcome.status === 'fulfilled' ? outcome.value : (undefined as Result),
    ),
    failures: outcomes.flatMap((outcome, index) =>
      outcome.status === 'rejected' ? [[index, outcome.reason as unknown] as const] : [],
    ),
    runMillis: performance.now() - startedAt,
  };
}
