import {
  lengthCell,
  RECORD_HEADER_BYTES,
  recordBytes,
  RING_CELLS,
  RING_HEADER_BYTES,
  viewRing,
} from '../protocol/span-ring.js';
import type { RingView } from '../protocol/span-ring.js';

/** The main thread's end of a ring of spans. */
export class SpanRingReader {
  readonly #ring: RingView;
  #read = 0;

  constructor(memory: SharedArrayBuffer) {
    this.#ring = viewRing(memory);
  }

  /** Says whether the writer need not tell, as this end looks by itself; it must look once more after it has stopped. */
  set isPolled(isPolled: boolean) {
    Atomics.store(this.#ring.cells, RING_CELLS.isPolled, isPolled ? 1 : 0);
  }

  /** Takes all texts that have been written when this is called. */
  readAll(take: (text: string) => void): void {
    const { bytes, cells } = this.#ring;
    // First, so that the writer tells of what it adds from here on.
    Atomics.store(cells, RING_CELLS.isTold, 0);
    const written = Atomics.load(cells, RING_CELLS.written);
    while (this.#read !== written) {
      const length = cells[lengthCell(this.#read)] as number;
      const start = RING_HEADER_BYTES + this.#read + RECORD_HEADER_BYTES;
      this.#read = length < 0 ? 0 : this.#read + recordBytes(length);
      if (length >= 0) take(bytes.toString('utf8', start, start + length));
    }
    Atomics.store(cells, RING_CELLS.read, this.#read);
  }
}
