import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 8192;

/** Makes random ids out of a pool of random bytes: to ask the operating system for each costs more than the span. */
export class RandomIds {
  readonly #pool = Buffer.allocUnsafeSlow(POOL_BYTES);
  #offset = POOL_BYTES;

  /** @param byteCount 16 for a trace, 8 for a span; the id has two hexadecimal digits for each. */
  next(byteCount: number): string {
    if (this.#offset + byteCount > POOL_BYTES) {
      randomFillSync(this.#pool);
      this.#offset = 0;
    }
    const start = this.#offset;
    this.#offset += byteCount;
    return this.#pool.toString('hex', start, this.#offset);
  }
}
