import { MAX_CHUNK_LENGTH } from '../protocol/chunk-cursor.js';
import type { ChunkReply } from '../protocol/task-message.js';

/**
 * How long a chunk is meant to run: long enough that the message, some 15 µs, costs next to nothing, and too short to
 * be missed by anybody who waits for a worker.
 */
export const CHUNK_MILLIS = 1;

const MAX_ADAPTED_LENGTH = 1024;
/** Chunks for each worker that what remains is to make at least, so that all end at about the same time. */
const CHUNKS_PER_WORKER = 4;
/** The weight of the last chunk in the mean. */
const SMOOTHING = 0.4;

/** Says how many tasks the next chunk has. */
export interface ChunkSizer {
  /** After so many milliseconds a chunk is not run any further. */
  readonly budgetMillis: number;
  /** Whether tasks that wait in a chunk may be given to another worker. */
  readonly isAdaptive: boolean;
  next(remainingCount: number, workerCount: number): number;
  observe(reply: ChunkReply, chunkLength: number): void;
}

/** As many as the caller says. */
export class FixedChunkSizer implements ChunkSizer {
  readonly budgetMillis = Infinity;
  readonly isAdaptive = false;

  constructor(private readonly length: number) {}

  next(): number {
    return Math.min(this.length, MAX_CHUNK_LENGTH);
  }

  observe(): void {}
}

/**
 * As many as run in {@link CHUNK_MILLIS}, by the measured run time of the tasks before: one, until something is known,
 * and wherever a task takes as long as that.
 */
export class AdaptiveChunkSizer implements ChunkSizer {
  readonly budgetMillis = CHUNK_MILLIS * 2;
  readonly isAdaptive = true;
  #meanMillis: number | undefined;
  /** Below the mean's word where replies came early, as they do when the results are large. */
  #maxLength = MAX_ADAPTED_LENGTH;

  next(remainingCount: number, workerCount: number): number {
    if (this.#meanMillis === undefined) return 1;
    const fitting = Math.floor(CHUNK_MILLIS / this.#meanMillis);
    const share = Math.ceil(remainingCount / (workerCount * CHUNKS_PER_WORKER));
    return Math.max(1, Math.min(fitting, share, this.#maxLength, MAX_CHUNK_LENGTH));
  }

  observe({ results, runMillis }: ChunkReply, chunkLength: number): void {
    if (results.length === 0) return;
    const millis = runMillis / results.length;
    const former = this.#meanMillis ?? millis;
    this.#meanMillis = former + (millis - former) * SMOOTHING;
    const isCutShort = results.length < chunkLength && runMillis < this.budgetMillis;
    this.#maxLength = isCutShort ? results.length : Math.min(MAX_ADAPTED_LENGTH, this.#maxLength * 2);
  }
}
