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
