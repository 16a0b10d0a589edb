import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';

/**
 * Under this key, what takes the spans of an executor's workers in a worker is told of each of these threads, when it
 * is there and when it is gone: the main thread then listens to it as well, as it outlives the worker in between.
 */
export const NESTED_RELAY = Symbol.for('traced-pool.nested-relay');

export type TellNestedRelay = (threadId: number, isThere: boolean) => void;

/** Tells the main thread of a worker's worker. */
export interface NestedRelayNews {
  readonly nestedThreadId: number;
  readonly isThere: boolean;
}

/** The environment data that is set in workers of workers. */
const IS_NESTED = 'traced-pool.is-nested';

/** Has the workers that this thread makes from now on know if it is a worker itself. */
export function markNestedWorkers(): void {
  if (!isMainThread) setEnvironmentData(IS_NESTED, true);
}

/** Whether this worker was made by a worker, so that two threads listen to its relay. */
export function isNestedWorker(): boolean {
  return getEnvironmentData(IS_NESTED) === true;
}
