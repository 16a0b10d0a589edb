import type { Context } from '@opentelemetry/api';
import type { ChunkSizer } from './chunk-sizer.js';
import { FixedChunkSizer } from './chunk-sizer.js';
import { ChunkedRun } from './chunked-run.js';
import type { ActiveRun, ChunkTransport, OutcomeListener } from './chunked-run.js';
import type { Chunk } from './chunk.js';
import { CollectedResults } from './collected-results.js';
import type { MapControls, MapIterableControls } from './map-options.js';
import { OrderedResults } from './ordered-results.js';
import { sendApart } from './send-apart.js';
import { clearTimeout, setTimeout } from '../real-timers.js';

/** How the tasks of one call travel. */
export interface MapCall<Task, Result> {
  readonly transport: ChunkTransport<Task, Result>;
  readonly sizer: ChunkSizer;
  /** The context of the call. */
  readonly context: Context;
}

/** What `map` needs of a pool that takes one task at a time. */
export interface ApartPool<Task, Result> {
  submit(task: Task): Promise<Result>;
  /** How many tasks run at once. */
  readonly workerCount: number;
  /** Whether no further task is to be submitted after one that failed so. */
  isFinal(error: unknown): boolean;
}

/** @param maxCount how many tasks the pool is given at once. */
export function createApartCall<Task, Result>(
  { submit, workerCount, isFinal }: ApartPool<Task, Result>,
  context: Context,
  maxCount: number,
): MapCall<Task, Result> {
  const send = (chunk: Chunk<Task>) => sendApart(chunk, submit);
  const transport = { workerCount, maxChunkCount: maxCount, send, isFinal };
  return { transport, sizer: new FixedChunkSizer(1), context };
}

/** `map` and `mapIterable` on a pool. */
export class PoolMap<Task, Result> {
  /** The runs that have tasks which are not done. */
  readonly activeRuns = new Set<ActiveRun>();

  /** All results of a call that was created for so many tasks at once: what a pool has in its queue cannot be cancelled. */
  all(
    tasks: readonly Task[],
    { concurrency = Infinity, stopOnError = false }: MapControls,
    createCall: (maxApartCount: number) => MapCall<Task, Result>,
    workerCount: number,
  ): Promise<Result[]> {
    const call = createCall(stopOnError ? workerCount * 2 : Infinity);
    const results = new CollectedResults<Result>(tasks.length, () => {
      if (stopOnError) run.cancel();
    });
    const run = this.#createRun(call, concurrency, (index, outcome) => results.add(index, outcome));
    run.add(tasks);
    return results.promise;
  }

  inOrder(
    tasks: Iterable<Task> | AsyncIterable<Task>,
    { concurrency }: MapIterableControls,
    createCall: (maxApartCount: number) => MapCall<Task, Result>,
    workerCount: number,
  ): AsyncIterableIterator<Result> {
    const call = createCall(workerCount * 2);
    // Twice what the pool is given, so that a task that takes longer than those after it does not keep workers idle.
    const window = () => concurrency ?? workerCount * 4 * call.sizer.next(Infinity, 1);
    const createRun = (onOutcome: OutcomeListener<Result>) =>
      this.#createRun(call, concurrency ?? Infinity, onOutcome);
    return new OrderedResults(tasks, window, createRun, call.context);
  }

  /** Resolves when the pool has nothing left of cancelled runs, or the time is up; `undefined` where it has nothing. */
  leftOver(timeoutMillis: number): Promise<unknown> | undefined {
    const left = [...this.activeRuns].flatMap((run) => run.leftOver ?? []);
    if (left.length === 0) return undefined;
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise((resolve) => (timer = setTimeout(resolve, timeoutMillis).unref()));
    return Promise.race([Promise.all(left), timeout]).finally(() => clearTimeout(timer));
  }

  #createRun(
    { transport, sizer }: MapCall<Task, Result>,
    concurrency: number,
    onOutcome: OutcomeListener<Result>,
  ): ChunkedRun<Task, Result> {
    return new ChunkedRun(transport, sizer, concurrency, onOutcome, this.activeRuns);
  }
}
