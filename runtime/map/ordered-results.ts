import type { Context } from '@opentelemetry/api';
import type { ChunkedRun, Outcome } from './chunked-run.js';
import { isLater, TaskSource } from './task-source.js';

interface Taker<Result> {
  readonly resolve: (result: IteratorResult<Result>) => void;
  readonly reject: (error: unknown) => void;
}

const DONE = { done: true, value: undefined } as const;

/**
 * The results of tasks in the tasks' order, as somebody takes them: reads the source as far ahead as the window allows
 * and no further. An error comes out in its place and ends it all; so does leaving the loop: then tasks that no worker
 * has begun are not run.
 */
export class OrderedResults<Task, Result> implements AsyncIterableIterator<Result> {
  readonly #run: ChunkedRun<Task, Result>;
  readonly #source: TaskSource<Task>;
  readonly #outcomes = new Map<number, Outcome<Result>>();
  readonly #takers = new Map<number, Taker<Result>>();
  #readCount = 0;
  #requestedCount = 0;
  #takenCount = 0;
  #isReading = false;
  #hasEnded = false;

  /**
   * @param window how many tasks may have been read whose results were not taken.
   * @param context in which the source is read.
   */
  constructor(
    tasks: Iterable<Task> | AsyncIterable<Task>,
    private readonly window: () => number,
    createRun: (onOutcome: (index: number, outcome: Outcome<Result>) => void) => ChunkedRun<Task, Result>,
    context: Context,
  ) {
    this.#source = new TaskSource(tasks, context);
    this.#run = createRun((index, outcome) => this.#add(index, outcome));
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Result>> {
    const index = this.#requestedCount++;
    const result = new Promise<IteratorResult<Result>>((resolve, reject) => {
      if (this.#hasEnded) resolve(DONE);
      else this.#takers.set(index, { resolve, reject });
    });
    this.#deliver(index);
    void this.#read();
    return result;
  }

  async return(): Promise<IteratorResult<Result>> {
    this.#end();
    const closed = this.#source.close();
    // A source that is being read closes when it has given what it was asked for, for which nobody waits any more.
    if (this.#isReading) closed.catch(() => {});
    else await closed;
    return DONE;
  }

  /** Reads while there is room, one task at a time: a source is not asked twice at once. */
  async #read(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (
        !this.#hasEnded &&
        !this.#source.isExhausted &&
        this.#readCount - this.#takenCount < this.window()
      ) {
        const entry = this.#source.read();
        const { done, value } = isLater(entry) ? await entry : entry;
        if (this.#hasEnded) break;
        if (!done) {
          this.#readCount++;
          this.#run.add([value]);
        }
      }
    } catch (error) {
      this.#outcomes.set(this.#readCount, { hasFailed: true, error });
      this.#deliver(this.#readCount++);
    }
    this.#isReading = false;
    if (this.#source.isExhausted) this.#dismiss();
  }

  #add(index: number, outcome: Outcome<Result>): void {
    if (this.#hasEnded) return;
    this.#outcomes.set(index, outcome);
    this.#deliver(index);
  }

  #deliver(index: number): void {
    const outcome = this.#outcomes.get(index);
    const taker = this.#takers.get(index);
    if (!outcome || !taker) return;
    this.#outcomes.delete(index);
    this.#takers.delete(index);
    this.#takenCount++;
    if (!outcome.hasFailed) {
      taker.resolve({ done: false, value: outcome.value });
      void this.#read();
      return;
    }
    taker.reject(outcome.error);
    this.#end();
    void this.#source.close().catch(() => {});
  }

  /** Those who ask for more than there is. */
  #dismiss(): void {
    for (const [index, taker] of this.#takers) {
      if (index < this.#readCount) continue;
      this.#takers.delete(index);
      taker.resolve(DONE);
    }
    if (this.#takenCount === this.#readCount) this.#end();
  }

  #end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#run.cancel();
    this.#outcomes.clear();
    for (const taker of this.#takers.values()) taker.resolve(DONE);
    this.#takers.clear();
  }
}
