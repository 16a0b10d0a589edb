import type { ThreadCarrier } from './carrier.js';
import type { ChunkCursor } from './chunk-cursor.js';

/**
 * What a task travels in when something goes with it; a tuple, as for the carrier. A report id asks the worker to tell,
 * in {@link TaskReport}s, when it runs the task.
 */
export type TaskMessage = readonly [task: unknown, carrier?: ThreadCarrier | undefined, reportId?: number];

/** Several tasks of one handler and one context in one message. */
export interface ChunkMessage {
  readonly id: number;
  readonly tasks: readonly unknown[];
  readonly carrier?: ThreadCarrier;
  /** Says which tasks are still to be run: each is claimed before it is. */
  readonly cursor: ChunkCursor;
  /** After so many milliseconds no further task is claimed. */
  readonly budgetMillis: number;
}

/** What became of the tasks of a chunk that were run: the first ones, in order. */
export interface ChunkReply<Result = unknown> {
  /** The results; what a failed task has here means nothing. */
  readonly results: readonly Result[];
  readonly failures: readonly (readonly [index: number, error: unknown])[];
  /** The time that the tasks took. */
  readonly runMillis: number;
}

/** An outcome that a worker could tell before it died, in a chunk whose reply it could not send. */
export interface ChunkRemnant {
  readonly chunkId: number;
  readonly index: number;
  readonly hasFailed: boolean;
  /** The result or the error. */
  readonly value: unknown;
}

/** Tells that a worker starts to run a task, or that it has. */
export interface TaskReport {
  readonly reportId: number;
  /** Milliseconds since the epoch. */
  readonly startedAt?: number;
  /** Milliseconds since the epoch. */
  readonly endedAt?: number;
  /** What the copy of the handler's error that reaches the main thread does not tell. */
  readonly error?: { readonly type: string; readonly code: string | undefined };
}
