import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';
import type { Journal, StartRecord } from '../records.js';

/** JSON has no big integers, and an attribute may hold what has no end. */
function toLine(record: Journal): string {
  try {
    return `${JSON.stringify(record)}\n`;
  } catch {
    const seen = new Set<unknown>();
    const text = JSON.stringify(record, (_, value: unknown) => {
      if (typeof value === 'bigint') return value.toString();
      if (typeof value !== 'object' || value === null) return value;
      if (seen.has(value)) return null;
      seen.add(value);
      return value;
    });
    return `${text}\n`;
  }
}

/**
 * What one thread tells, in a file of its own. A worker writes at once, as it may be parked or terminated at any time;
 * the main thread once a turn of its event loop, and at its exit. Never throws.
 */
export class JournalFile {
  #file: number | undefined;
  #waiting = '';
  /** The spans that have started and not ended since the last turn: of most, their end says it all. */
  readonly #started = new Map<string, () => StartRecord>();
  #isScheduled = false;

  constructor(folder: string) {
    try {
      this.#file = openSync(join(folder, `${process.pid}-${threadId}.jsonl`), 'a');
    } catch {
      // Whoever wanted to listen is gone.
    }
    if (isMainThread) process.on('exit', () => this.#flush());
  }

  /** @param make called if the span has not ended when it is told of */
  writeStart(spanId: string, make: () => StartRecord): void {
    this.#started.set(spanId, make);
    this.#schedule();
  }

  write(record: Exclude<Journal, StartRecord>): void {
    if (this.#file === undefined) return;
    if (record.type === 'end') this.#started.delete(record.spanId);
    try {
      this.#waiting += toLine(record);
    } catch {
      return;
    }
    this.#schedule();
  }

  #schedule(): void {
    if (!isMainThread) this.#flush();
    else if (!this.#isScheduled) {
      this.#isScheduled = true;
      setImmediate(() => this.#flush()).unref();
    }
  }

  #flush(): void {
    this.#isScheduled = false;
    if (this.#file === undefined) return;
    try {
      for (const make of this.#started.values()) this.#waiting += toLine(make());
      if (this.#waiting !== '') writeSync(this.#file, this.#waiting);
    } catch {
      this.#file = undefined;
    }
    this.#started.clear();
    this.#waiting = '';
  }
}
