import type { Worker } from 'node:worker_threads';
import { isMainThread, threadId } from 'node:worker_threads';

export interface Crew {
  readonly workers: readonly Worker[];
}
export const label = isMainThread ? 'main' : `thread ${threadId}`;
