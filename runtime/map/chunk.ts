import { createChunkCursor } from '../protocol/chunk-cursor.js';
import type { ChunkCursor } from '../protocol/chunk-cursor.js';
import type { ChunkRemnant } from '../protocol/task-message.js';

let nextId = 1;

/** Tasks that go to a worker together. */
export class Chunk<Task> {
  /** Unique in this thread. */
  readonly id = nextId++;
  readonly cursor: ChunkCursor;
  /** What the worker could tell of the tasks' outcomes before it died. */
  readonly remnants = new Map<number, ChunkRemnant>();

  /** @param start the place of the first task among all tasks. */
  constructor(
    readonly start: number,
    readonly tasks: readonly Task[],
  ) {
    this.cursor = createChunkCursor(tasks.length);
  }
}
