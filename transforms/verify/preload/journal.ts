import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
// Not the global one, which a test of the application's may have replaced.
import { setTimeout } from 'node:timers';
import { isMainThread, threadId } from 'node:worker_threads';
import type { EndRecord, Journal } from '../records.js';
import { toJson } from './json.js';

/** What a main process that is killed takes with it. */
const FLUSH_MILLIS = 50;

/**
 * What one thread tells, in a file of its own. A worker writes at once, be it a thread or a process that was forked, as it
 * may be parked or killed at any time; other main threads some times a second, and at their exit. Never throws.
 */
export class JournalFile {
  #file: number | undefined;
  #waiting = '';
  #isScheduled = false;
  readonly #isWorker = !isMainThread || process.connected;
  readonly #onFlush: (() => void)[] = [];

  constructor(folder: string) {
    try {
      this.#file = openSync(join(folder, `${process.pid}-${threadId}.jsonl`), 'a');
    } catch {
      // Whoever wanted to listen is gone.
    }
    if (isMainThread) process.on('exit', () => this.#flush());
  }

  /** Has a function called before anything is written: it may have more to tell. */
  onFlush(listener: () => void): void {
    this.#onFlush.push(listener);
  }

  write(record: Exclude<Journal, EndRecord>): void {
    this.append(`${toJson(record)}\n`);
  }

  /** Writes a line as it is. */
  append(line: string): void {
    this.#waiting += line;
    this.schedule();
  }

  /** Sees to it that what there is to tell is told soon. */
  schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    if (this.#isWorker) this.#flush();
    else setTimeout(() => this.#flush(), FLUSH_MILLIS).unref();
  }

  #flush(): void {
    try {
      for (const listener of this.#onFlush) listener();
      if (this.#file !== undefined && this.#waiting !== '') writeSync(this.#file, this.#waiting);
    } catch {
      this.#file = undefined;
    }
    this.#waiting = '';
    this.#isScheduled = false;
  }
}
