import fastq from 'fastq';
import type { queue } from 'fastq';
import type { Library } from './queue-trial.js';

const KINDS = [
  ...['push', 'push', 'push', 'unshift', 'pause', 'resume', 'concurrency'],
  ...['kill', 'killAndDrain', 'abort', 'error'],
];

/** A queue of fastq under trial, of either of its two forms. */
export function createFastqLibrary(isPromised: boolean): Library {
  return {
    kinds: KINDS,
    hasThrowing: !isPromised,
    build({ worker, bound, note, show }) {
      const self = { name: 'worker' };
      const promising = function (this: unknown, item: unknown): Promise<unknown> {
        note('called', this === self, arguments.length);
        return new Promise((resolve, reject) =>
          worker(item, (error, result) => (error ? reject(error as Error) : resolve(result))),
        );
      };
      const calling = function (this: unknown, item: unknown, done: fastq.done): void {
        note('called', this === self, arguments.length);
        worker(item, done as never);
      };
      const built: queue = isPromised
        ? fastq.promise(self, bound(promising), 1)
        : fastq(self, bound(calling), 1);
      const hook = (): void => {
        for (const name of ['drain', 'empty', 'saturated'] as const)
          built[name] = () => note(name, built.length());
      };
      hook();
      return {
        queue: built,
        run({ kind, values, number }, encode, done) {
          if (kind === 'push' || kind === 'unshift') return built[kind](encode(values[0]), done as never);
          if (kind === 'concurrency') return void (built.concurrency = number);
          if (kind === 'error') return built.error((error, item) => note('error', String(error), show(item)));
          const result: unknown = built[kind as 'pause']();
          hook();
          return result;
        },
        observe: () => [
          built.getQueue().map(show),
          built.length(),
          built.running(),
          built.idle(),
          built.paused,
          Object.keys(built),
        ],
        release() {
          built.concurrency = 1;
          built.resume();
        },
      };
    },
  };
}
