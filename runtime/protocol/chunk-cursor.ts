/**
 * How far a chunk has been run and how far it is to be, in one cell of shared memory: the worker claims one task after
 * another, and the main thread may take back, at any time, what has not been claimed. The upper half of the cell is the
 * index of the next task, the lower half that of the first which is not to be run.
 */
export type ChunkCursor = Int32Array;

const LIMIT_BITS = 16;
const LIMIT_MASK = 0xffff;

/** The most tasks of a chunk: what a half of the cell can count, less the sign. */
export const MAX_CHUNK_LENGTH = 0x7fff;

export function createChunkCursor(length: number): ChunkCursor {
  const cursor = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  cursor[0] = length;
  return cursor;
}

/** How many tasks have been claimed. */
export function countClaimed(cursor: ChunkCursor): number {
  return Atomics.load(cursor, 0) >>> LIMIT_BITS;
}

/** How many tasks are still to be claimed. */
export function countUnclaimed(cursor: ChunkCursor): number {
  const state = Atomics.load(cursor, 0);
  return (state & LIMIT_MASK) - (state >>> LIMIT_BITS);
}

/** Claims the next task; `undefined` where none is left. */
export function claimTask(cursor: ChunkCursor): number | undefined {
  for (;;) {
    const state = Atomics.load(cursor, 0);
    const next = state >>> LIMIT_BITS;
    if (next >= (state & LIMIT_MASK)) return undefined;
    if (Atomics.compareExchange(cursor, 0, state, state + (1 << LIMIT_BITS)) === state) return next;
  }
}

/** Takes back up to `count` unclaimed tasks, the last ones; gives the index of the first of them and of what follows. */
export function takeBack(cursor: ChunkCursor, count: number): readonly [start: number, end: number] {
  for (;;) {
    const state = Atomics.load(cursor, 0);
    const end = state & LIMIT_MASK;
    const start = end - Math.min(count, end - (state >>> LIMIT_BITS));
    if (Atomics.compareExchange(cursor, 0, state, state - (end - start)) === state) return [start, end];
  }
}
