import { OPEN_SPAN_HEADER_BYTES, OPEN_SPAN_SLOT_BYTES } from '../protocol/span-message.js';
import type { OpenSpanData } from '../protocol/span-message.js';
import { encodeHead, encodeOpenSpan } from './span-text.js';

const SLOTS_PER_PAGE = 64;
const MAX_PAGES = 128;
const MAX_SLOTS = SLOTS_PER_PAGE * MAX_PAGES;
const MAX_TEXT_BYTES = OPEN_SPAN_SLOT_BYTES - OPEN_SPAN_HEADER_BYTES;
const SLOT_INTS = OPEN_SPAN_SLOT_BYTES / Int32Array.BYTES_PER_ELEMENT;

interface Page {
  readonly bytes: Buffer;
  readonly lengths: Int32Array;
}

/**
 * The open spans of this worker, where the main thread finds them however the worker ends: shared memory outlives it.
 * The oldest make room where more than 8,192 are open, so spans that are never ended cost bounded memory, and what
 * they then lose is only the trace of their being open.
 */
export class OpenSpanTable {
  readonly #pages: Page[] = [];
  /** Free slots, last used first, which keeps the memory that is touched small. */
  readonly #free: number[] = [];
  /** How often each slot has been given away; a handle of a former holder does not fit. */
  readonly #generations: number[] = [];
  /** What the text of the span in each slot begins with. */
  readonly #heads: string[] = [];
  #nextVictim = 0;

  /** @param share hands a new page to the main thread, before anything is in it. */
  constructor(private readonly share: (page: SharedArrayBuffer) => void) {}

  /** Notes a span that has started; gives a handle for {@link remove}. */
  add(span: OpenSpanData): number {
    const head = encodeHead(span);
    const text = encodeOpenSpan(span, head, MAX_TEXT_BYTES);
    const slot = this.#takeSlot();
    this.#heads[slot] = head;
    const page = this.#pages[Math.floor(slot / SLOTS_PER_PAGE)] as Page;
    const index = slot % SLOTS_PER_PAGE;
    const start = index * OPEN_SPAN_SLOT_BYTES + OPEN_SPAN_HEADER_BYTES;
    const length = page.bytes.write(text, start, MAX_TEXT_BYTES, 'utf8');
    // Last, so that a worker that dies in the middle leaves no half-written slot in use.
    Atomics.store(page.lengths, index * SLOT_INTS, length);
    return (this.#generations[slot] as number) * MAX_SLOTS + slot;
  }

  /** What `encodeHead` gave for the span of a handle, if it is still noted. */
  head(handle: number): string | undefined {
    const slot = handle % MAX_SLOTS;
    return this.#generations[slot] === Math.floor(handle / MAX_SLOTS) ? this.#heads[slot] : undefined;
  }

  /** Forgets the span of a handle; without effect where it has had to make room. */
  remove(handle: number): void {
    const slot = handle % MAX_SLOTS;
    if (this.#generations[slot] !== Math.floor(handle / MAX_SLOTS)) return;
    this.#vacate(slot);
    this.#free.push(slot);
  }

  /** Forgets all spans. */
  clear(): void {
    this.#free.length = 0;
    for (let slot = this.#generations.length - 1; slot >= 0; slot--) {
      this.#vacate(slot);
      this.#free.push(slot);
    }
  }

  #vacate(slot: number): void {
    const page = this.#pages[Math.floor(slot / SLOTS_PER_PAGE)] as Page;
    Atomics.store(page.lengths, (slot % SLOTS_PER_PAGE) * SLOT_INTS, 0);
    this.#generations[slot] = (this.#generations[slot] as number) + 1;
  }

  #takeSlot(): number {
    if (this.#free.length === 0 && this.#pages.length < MAX_PAGES) this.#addPage();
    const slot = this.#free.pop();
    if (slot !== undefined) return slot;
    const victim = this.#nextVictim;
    this.#nextVictim = (victim + 1) % MAX_SLOTS;
    this.#vacate(victim);
    return victim;
  }

  #addPage(): void {
    const memory = new SharedArrayBuffer(SLOTS_PER_PAGE * OPEN_SPAN_SLOT_BYTES);
    const first = this.#pages.length * SLOTS_PER_PAGE;
    this.share(memory);
    this.#pages.push({ bytes: Buffer.from(memory), lengths: new Int32Array(memory) });
    for (let slot = first + SLOTS_PER_PAGE - 1; slot >= first; slot--) {
      this.#generations[slot] = 0;
      this.#free.push(slot);
    }
  }
}
