/** What became of a task; `rejected` is one that the pool had no place for. */
export type TaskOutcome =
  'completed' | 'failed' | 'rejected' | 'aborted_while_queued' | 'aborted_while_running';

/** How long a task waited for a worker, and ran there; `undefined` where it did not get so far. */
export interface TaskTiming {
  readonly waitMillis: number | undefined;
  readonly runMillis: number | undefined;
}
