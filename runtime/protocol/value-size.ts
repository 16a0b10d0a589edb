import { types } from 'node:util';

/** What a value is taken for that is not looked at, or not to its end. */
const UNKNOWN_BYTES = 65_536;
const MAX_PARTS = 64;
const PRIMITIVE_BYTES = 8;

class SizeEstimate {
  bytes = 0;
  #partCount = 0;

  add(value: unknown): void {
    if (typeof value === 'string') this.bytes += value.length;
    else if (typeof value !== 'object' || value === null) this.bytes += PRIMITIVE_BYTES;
    else if (ArrayBuffer.isView(value)) this.bytes += value.byteLength;
    else this.#addObject(value);
  }

  #addObject(value: object): void {
    const before = this.#partCount;
    for (const key in value) {
      if (++this.#partCount > MAX_PARTS) {
        this.bytes += UNKNOWN_BYTES;
        return;
      }
      this.bytes += PRIMITIVE_BYTES;
      this.add((value as Record<string, unknown>)[key]);
    }
    // Buffers, maps, sets and blobs show nothing of what they hold.
    if (this.#partCount === before && !Array.isArray(value)) this.bytes += toHiddenBytes(value);
  }
}

function toHiddenBytes(value: object): number {
  const prototype = Object.getPrototypeOf(value) as unknown;
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  if (isPlain || types.isDate(value)) return PRIMITIVE_BYTES;
  return types.isArrayBuffer(value) ? value.byteLength : UNKNOWN_BYTES;
}

/**
 * About how many bytes a value is when it is sent: exact enough to keep messages small, and much cheaper than the
 * sending. What cannot be looked at, or has many parts, counts as large.
 */
export function estimateBytes(value: unknown): number {
  const estimate = new SizeEstimate();
  try {
    estimate.add(value);
  } catch {
    // A getter that throws, as it will when the value is sent.
    return UNKNOWN_BYTES;
  }
  return estimate.bytes;
}
