import {
  GO_TO_START,
  lengthCell,
  RECORD_HEADER_BYTES,
  recordBytes,
  RING_BYTES,
  RING_CELLS,
  RING_HEADER_BYTES,
  viewRing,
} from '../protocol/span-ring.js';

const CAPACITY = RING_BYTES - RING_HEADER_BYTES;
// The last cell is left free for a GO_TO_START.
const USABLE = CAPACITY - RECORD_HEADER_BYTES;
const MAX_TEXT_BYTES = CAPACITY / 8;
const MAX_UTF8_BYTES = 3;
/** Half of the ring is room enough until the reader has followed to the start. */
const RESTART_AFTER = CAPACITY / 2;

/** The worker's end of a ring of spans. */
export class SpanRingWriter {
  readonly memory = new SharedArrayBuffer(RING_BYTES);
  readonly #ring = viewRing(this.memory);
  #written = 0;

  /** Adds a text; tells whether there was room for it. What has been added survives the worker. */
  write(text: string): boolean {
    const maxBytes = text.length * MAX_UTF8_BYTES;
    if (maxBytes > MAX_TEXT_BYTES) return false;
    const offset = this.#findRoom(recordBytes(maxBytes));
    if (offset === undefined) return false;
    const { bytes, cells } = this.#ring;
    const start = RING_HEADER_BYTES + offset + RECORD_HEADER_BYTES;
    const length = bytes.write(text, start, maxBytes, 'utf8');
    cells[lengthCell(offset)] = length;
    if (offset !== this.#written) cells[lengthCell(this.#written)] = GO_TO_START;
    this.#written = offset + recordBytes(length);
    // Last: a worker that dies before it leaves the record unwritten.
    Atomics.store(cells, RING_CELLS.written, this.#written);
    return true;
  }

  /** Tells whether the reader has to be told that something waits, once until it has looked. */
  mustTell(): boolean {
    const { cells } = this.#ring;
    return (
      Atomics.load(cells, RING_CELLS.isPolled) === 0 && Atomics.exchange(cells, RING_CELLS.isTold, 1) === 0
    );
  }

  #findRoom(size: number): number | undefined {
    const read = Atomics.load(this.#ring.cells, RING_CELLS.read);
    const written = this.#written;
    if (written < read) return size < read - written ? written : undefined;
    // From the start again where nothing waits, which keeps the memory that is touched small.
    if (written === read && read >= RESTART_AFTER) return 0;
    if (size <= USABLE - written) return written;
    return size < read ? 0 : undefined;
  }
}
