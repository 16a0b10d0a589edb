import type { Outcome } from './chunked-run.js';

/** The results of all tasks in order, or the first error. */
export class CollectedResults<Result> {
  readonly promise: Promise<Result[]>;
  readonly #results: Result[];
  #missingCount: number;
  #resolve: (results: Result[]) => void = () => {};
  #reject: (error: unknown) => void = () => {};

  constructor(
    count: number,
    private readonly onError: () => void,
  ) {
    this.#results = new Array<Result>(count);
    this.#missingCount = count;
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    if (count === 0) this.#resolve(this.#results);
  }

  add(index: number, outcome: Outcome<Result>): void {
    if (outcome.hasFailed) {
      this.#reject(outcome.error);
      this.onError();
      return;
    }
    this.#results[index] = outcome.value;
    if (--this.#missingCount === 0) this.#resolve(this.#results);
  }
}
