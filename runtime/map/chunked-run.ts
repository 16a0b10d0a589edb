import { countClaimed, countUnclaimed, takeBack } from '../protocol/chunk-cursor.js';
import type { ChunkReply } from '../protocol/task-message.js';
import { estimateBytes } from '../protocol/value-size.js';
import { Backlog } from './backlog.js';
import type { Chunk } from './chunk.js';
import type { ChunkSizer } from './chunk-sizer.js';

/** Larger tasks than this together are not sent in one message. */
const MAX_CHUNK_BYTES = 65_536;

export type Outcome<Result> =
  | { readonly hasFailed: false; readonly value: Result }
  | { readonly hasFailed: true; readonly error: unknown };

/** What carries chunks to workers. */
export interface ChunkTransport<Task, Result> {
  /** How many chunks run at once. */
  readonly workerCount: number;
  /** How many chunks are given to the pool at once. */
  readonly maxChunkCount: number;
  /** Rejects as the pool does, when the tasks that have not been claimed are not run. */
  send(chunk: Chunk<Task>, budgetMillis: number): Promise<ChunkReply<Result>>;
  /** Whether the pool, after this error, takes no further tasks of the run. */
  isFinal(error: unknown): boolean;
}

/** A run that has tasks which are not done. */
export interface ActiveRun {
  /** How many tasks no worker has begun, besides those that the pool counts: one for each chunk that none has begun. */
  readonly hiddenCount: number;
  /** Resolves when the pool has nothing left of a cancelled run; `undefined` where it has nothing, or has use for it. */
  readonly leftOver: Promise<void> | undefined;
  /** Fails what is held back, as the pool is not there any more to take it; what it has is the pool's to end. */
  terminate(error: unknown): void;
}

/** Told of each outcome, once. */
export type OutcomeListener<Result> = (index: number, outcome: Outcome<Result>) => void;

/**
 * Runs tasks in chunks: holds back what the workers cannot take yet, sizes each chunk when it is sent, gives idle
 * workers what waits in the chunks of others, and sorts out what became of each task.
 */
export class ChunkedRun<Task, Result> implements ActiveRun {
  readonly #backlog = new Backlog<Task>();
  readonly #chunks = new Set<Chunk<Task>>();
  #underWayCount = 0;
  #finalError: { readonly error: unknown } | undefined;
  #isDispatching = false;
  #isCancelled = false;
  #emptied: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined;

  constructor(
    private readonly transport: ChunkTransport<Task, Result>,
    private readonly sizer: ChunkSizer,
    private readonly concurrency: number,
    private readonly onOutcome: OutcomeListener<Result>,
    /** Where this run is while it has tasks that are not done. */
    private readonly activeRuns: Set<ActiveRun>,
  ) {}

  get hiddenCount(): number {
    let count = this.#backlog.length;
    for (const { cursor } of this.#chunks)
      count += Math.max(0, countUnclaimed(cursor) - (countClaimed(cursor) === 0 ? 1 : 0));
    return count;
  }

  get leftOver(): Promise<void> | undefined {
    if (!this.#isCancelled || this.#chunks.size === 0) return undefined;
    if (!this.#emptied) {
      let resolve = () => {};
      this.#emptied = { promise: new Promise<void>((resolver) => (resolve = resolver)), resolve };
    }
    return this.#emptied.promise;
  }

  /** Adds tasks after those added before. */
  add(tasks: readonly Task[]): void {
    this.#backlog.push(tasks);
    this.#dispatch();
  }

  /** Forgets all tasks that no worker has begun; nothing is told of them. */
  cancel(): void {
    this.#isCancelled = true;
    this.#backlog.clear();
    for (const { cursor } of this.#chunks) takeBack(cursor, Infinity);
  }

  terminate(error: unknown): void {
    this.#finalError ??= { error };
    this.#failBacklog(error);
  }

  #dispatch(): void {
    if (this.#isDispatching) return;
    this.#isDispatching = true;
    while (this.#backlog.length > 0 && this.#hasRoom()) this.#send(this.#takeChunk());
    this.#isDispatching = false;
    if (this.#chunks.size > 0) this.activeRuns.add(this);
    else {
      this.activeRuns.delete(this);
      this.#emptied?.resolve();
    }
  }

  #hasRoom(): boolean {
    return this.#chunks.size < this.transport.maxChunkCount && this.#underWayCount < this.concurrency;
  }

  #takeChunk(): Chunk<Task> {
    const { length } = this.#backlog;
    const wanted = Math.min(
      this.sizer.next(length, this.transport.workerCount),
      this.concurrency - this.#underWayCount,
    );
    if (wanted <= 1) return this.#backlog.shift(() => false);
    let bytes = 0;
    let count = 0;
    return this.#backlog.shift((task) => {
      if (++count >= wanted) return false;
      bytes += this.sizer.isAdaptive ? estimateBytes(task) : 0;
      return bytes < MAX_CHUNK_BYTES;
    });
  }

  #send(chunk: Chunk<Task>): void {
    this.#chunks.add(chunk);
    this.#underWayCount += chunk.tasks.length;
    this.transport.send(chunk, this.sizer.budgetMillis).then(
      (reply) => {
        this.#close(chunk);
        this.sizer.observe(reply, chunk.tasks.length);
        this.#settle(chunk, reply);
        this.#proceed();
      },
      (error: unknown) => {
        this.#close(chunk);
        this.#fail(chunk, error);
        this.#proceed();
      },
    );
  }

  #close(chunk: Chunk<Task>): void {
    this.#chunks.delete(chunk);
    this.#underWayCount -= chunk.tasks.length;
  }

  #settle(chunk: Chunk<Task>, { results, failures }: ChunkReply<Result>): void {
    const [, end] = takeBack(chunk.cursor, Infinity);
    this.#backlog.putBack(chunk, results.length, end);
    const errors = new Map(failures);
    results.forEach((value, index) => {
      const outcome = errors.has(index)
        ? ({ hasFailed: true, error: errors.get(index) } as const)
        : ({ hasFailed: false, value } as const);
      this.onOutcome(chunk.start + index, outcome);
    });
  }

  /** One task has failed, or all: those that had not begun are sent again, unless that is what has failed. */
  #fail(chunk: Chunk<Task>, error: unknown): void {
    const [claimedEnd, end] = takeBack(chunk.cursor, Infinity);
    const claimedCount = countClaimed(chunk.cursor);
    if (this.transport.isFinal(error)) this.#finalError ??= { error };
    const isFinal = this.#finalError !== undefined || (claimedCount === 0 && chunk.tasks.length === 1);
    const failedEnd = isFinal ? end : claimedCount;
    if (!isFinal) this.#backlog.putBack(chunk, claimedEnd, end, claimedCount === 0);
    for (let index = 0; index < failedEnd; index++) {
      const remnant = chunk.remnants.get(index);
      const outcome: Outcome<Result> =
        remnant && !remnant.hasFailed
          ? { hasFailed: false, value: remnant.value as Result }
          : { hasFailed: true, error: remnant ? remnant.value : error };
      this.onOutcome(chunk.start + index, outcome);
    }
  }

  #proceed(): void {
    if (this.#finalError) this.#failBacklog(this.#finalError.error);
    if (this.#backlog.length === 0 && this.sizer.isAdaptive) this.#takeFromBusy();
    this.#dispatch();
  }

  /**
   * Takes half of what waits in the fullest chunk, if a worker is idle. A chunk that no worker has begun is not behind
   * anything.
   */
  #takeFromBusy(): void {
    if (this.#chunks.size === 0 || this.#chunks.size >= this.transport.workerCount) return;
    let fullest: Chunk<Task> | undefined;
    let mostCount = 0;
    for (const chunk of this.#chunks) {
      const count = countClaimed(chunk.cursor) > 0 ? countUnclaimed(chunk.cursor) : 0;
      if (count > mostCount) [fullest, mostCount] = [chunk, count];
    }
    if (!fullest) return;
    const [start, end] = takeBack(fullest.cursor, Math.ceil(mostCount / 2));
    this.#backlog.putBack(fullest, start, end);
  }

  #failBacklog(error: unknown): void {
    for (const index of this.#backlog.clear()) this.onOutcome(index, { hasFailed: true, error });
  }
}
