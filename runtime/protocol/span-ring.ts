/**
 * The memory through which a worker's ended spans reach the main thread, as texts, one behind the other: it outlives the
 * worker, and nothing is cloned. One thread writes, one reads.
 *
 * Four Int32 cells, then the records: each an Int32, the length of what follows, and a text in UTF-8, at a multiple of
 * four bytes. A negative length says that the next record is at the start.
 */
export const RING_CELLS = {
  /** Where the next record will be written; what is before it is whole. */
  written: 0,
  /** Where the next record is to be read; nothing waits where both are the same. */
  read: 1,
  /** 1 where the reader has been told that something waits, and has not looked since. */
  isTold: 2,
  /** 1 where the reader looks every few milliseconds, and need not be told. */
  isPolled: 3,
} as const;

const CELL_BYTES = Int32Array.BYTES_PER_ELEMENT;

/** Where the records start. */
export const RING_HEADER_BYTES = 4 * CELL_BYTES;

/** What all records have. */
export const RECORD_HEADER_BYTES = CELL_BYTES;

/** A record without a text, which says that the next is at the start. */
export const GO_TO_START = -1;

/** Some 1,700 spans; half of it is touched where the reader keeps up. */
export const RING_BYTES = 512 * 1024;

/** How many bytes a record with a text of so many takes. */
export function recordBytes(textBytes: number): number {
  return RECORD_HEADER_BYTES + Math.ceil(textBytes / CELL_BYTES) * CELL_BYTES;
}

/** A ring as both of its ends see it. */
export interface RingView {
  readonly bytes: Buffer;
  readonly cells: Int32Array;
}

export function viewRing(memory: SharedArrayBuffer): RingView {
  return { bytes: Buffer.from(memory), cells: new Int32Array(memory) };
}

/** The index of the cell that has the length of the record at an offset. */
export function lengthCell(offset: number): number {
  return (RING_HEADER_BYTES + offset) / CELL_BYTES;
}
