import type { SeenSpan, Thread } from './contracts.js';

/** Gives each thread a name for people: `main`, `worker-2`, and the process where there are several. */
export class ThreadNames {
  readonly #first: number | undefined;
  readonly #isSingle: boolean;

  constructor(threads: readonly Thread[]) {
    const pids = new Set(threads.filter(({ hasSpans }) => hasSpans).map(({ pid }) => pid));
    this.#isSingle = pids.size <= 1;
    [this.#first] = pids;
  }

  of({ pid, threadId }: Pick<SeenSpan, 'pid' | 'threadId'>): string {
    const thread = threadId === 0 ? 'main' : `worker-${threadId}`;
    if (this.#isSingle || pid === this.#first) return thread;
    return threadId === 0 ? `process ${pid}` : `${thread} of ${pid}`;
  }
}
