/** A program that uses a library in one way, and the versions that it is measured with, each an alias of `queue-versions`. */
export interface QueueRow {
  readonly library: string;
  /** What the program calls, as in the table. */
  readonly form: string;
  readonly program: string;
  readonly versions: readonly string[];
  /** Whether the codemod is to leave the program as it is though it loses contexts. @default false */
  readonly isLeftAlone?: boolean;
}

function row(library: string, form: string, program: string, ...versions: string[]): QueueRow {
  return { library, form, program, versions };
}

/** What loses the context of whoever submits a job, in some version at least, and what the codemod knows. */
export const LOSING: readonly QueueRow[] = [
  row('async', 'queue, callbacks', 'async-queue.cjs', 'async-1', 'async-2', 'async-3'),
  row('async', 'queue, `pushAsync`', 'async-queue.mjs', 'async-3'),
  row('async', 'priorityQueue', 'async-priority-queue.cjs', 'async-2', 'async-3'),
  row('async', 'cargo of one', 'async-cargo.cjs', 'async-2', 'async-3'),
  row('async-lock', 'acquire', 'async-lock.cjs', 'async-lock-1'),
  row('better-queue', 'push', 'better-queue.cjs', 'better-queue-3'),
  row('bottleneck', 'schedule', 'bottleneck-schedule.mjs', 'bottleneck-2'),
  row('bottleneck', 'submit', 'bottleneck-submit.cjs', 'bottleneck-2'),
  row('bottleneck', 'wrap', 'bottleneck-wrap.mjs', 'bottleneck-2'),
  row('cockatiel', 'bulkhead', 'cockatiel.cjs', 'cockatiel-3'),
  row('fastq', 'push, callbacks', 'fastq.cjs', 'fastq-1'),
  row('fastq', 'promise', 'fastq-promise.mjs', 'fastq-1'),
  row('neo-async', 'queue', 'neo-async.cjs', 'neo-async-2'),
  row('p-limit', 'limit', 'p-limit.cjs', 'p-limit-2', 'p-limit-3'),
  row('p-limit', 'limit', 'p-limit.mjs', 'p-limit-4', 'p-limit-5', 'p-limit-7'),
  row('p-queue', 'add', 'p-queue.cjs', 'p-queue-6'),
  row('p-queue', 'add', 'p-queue.mjs', 'p-queue-7', 'p-queue-8', 'p-queue-9', 'p-queue-10'),
  row('p-queue', 'addAll', 'p-queue-all.mjs', 'p-queue-9', 'p-queue-10'),
  row('p-ratelimit', 'limit', 'p-ratelimit.cjs', 'p-ratelimit-1'),
  row('promise-limit', 'limit', 'promise-limit.cjs', 'promise-limit-2'),
  row('promise-queue', 'add', 'promise-queue.cjs', 'promise-queue-2'),
  row('queue', 'push', 'queue.cjs', 'queue-4', 'queue-5', 'queue-6'),
  row('queue', 'push', 'queue.mjs', 'queue-7'),
  row('throat', 'limit', 'throat.cjs', 'throat-5', 'throat-6'),
  row('throat', 'wrapped function', 'throat-wrapped.cjs', 'throat-5', 'throat-6'),
];

/** What was measured because it looks like a queue, and the codemod has nothing to do with. */
export const OTHERS: readonly QueueRow[] = [
  row('async', 'mapLimit', 'async-map-limit.cjs', 'async-3'),
  row('async-mutex', 'runExclusive', 'async-mutex.cjs', 'async-mutex-0'),
  row('async-sema', 'acquire', 'async-sema.cjs', 'async-sema-3'),
  row('generic-pool', 'use', 'generic-pool.cjs', 'generic-pool-3'),
  row('p-map', 'pMap', 'p-map.mjs', 'p-map-7'),
  row('p-throttle', 'throttled function', 'p-throttle.mjs', 'p-throttle-8'),
  row('@supercharge/promise-pool', 'process', 'promise-pool.cjs', 'promise-pool-3'),
  { ...row('dataloader', 'load, batches', 'dataloader.cjs', 'dataloader-2'), isLeftAlone: true },
];
