import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';
import type { Journal } from '../records.js';

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
  #isScheduled = false;

  constructor(folder: string) {
    try {
      this.#file = openSync(join(folder, `${process.pid}-${threadId}.jsonl`), 'a');
    } catch {
      // Whoever wanted to listen is gone.
    }
    if (isMainThread) process.on('exit', () => this.#flush());
  }

  write(record: Journal): void {
    if (this.#file === undefined) return;
    try {
      this.#waiting += toLine(record);
    } catch {
      return;
    }
    if (!isMainThread) this.#flush();
    else if (!this.#isScheduled) {
      this.#isScheduled = true;
      setImmediate(() => this.#flush()).unref();
    }
  }

  #flush(): void {
    this.#isScheduled = false;
    if (this.#file === undefined || this.#waiting === '') return;
    try {
      writeSync(this.#file, this.#waiting);
    } catch {
      this.#file = undefined;
    }
    this.#waiting = '';
  }
}
