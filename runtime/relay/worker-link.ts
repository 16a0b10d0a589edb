import type { ChildProcess } from 'node:child_process';
import type { Worker } from 'node:worker_threads';
import type { NestedRelayNews } from '../protocol/nested-relay.js';
import type { ChunkRemnant, TaskReport } from '../protocol/task-message.js';
import type { ThreadInfo } from './relayed-span.js';

/** What a pool runs tasks in. */
export type PoolWorker = Worker | ChildProcess;

/** What a worker tells besides spans. */
export type WorkerNews = TaskReport | ChunkRemnant | NestedRelayNews;

export type OnNews = (news: WorkerNews, thread: ThreadInfo) => void;

/** The main thread's end of one worker's relay. */
export interface WorkerLink {
  /** Resolves when the worker has exited and its last span has been handed over. */
  readonly closed: Promise<void>;
  /**
   * Hands over, now, all that the worker has sent so far; resolves when that is done where it cannot be at once.
   */
  drain(): Promise<void> | undefined;
  /** Says whether {@link drain} is called every few milliseconds, so that the worker need not tell of its spans. */
  setPolled(isPolled: boolean): void;
}

/** Whether a worker is a thread of this process. */
export function isThread(worker: PoolWorker): worker is Worker {
  return 'threadId' in worker;
}
