import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { markNestedWorkers } from './nested-relay.js';

/** The environment data under which all threads of a process find the counters; another one for another layout. */
const KEY = 'traced-pool.message-counters:2';

const SLOTS = 1024;
const POSTED = 1;
const TAKEN = POSTED + SLOTS;
const LOST = TAKEN + SLOTS;
const AWAITING = LOST + SLOTS;
const LENGTH = AWAITING + SLOTS;

/**
 * What each thread has posted to its relay, what of it was taken, and what it had to drop: shared memory, so that a
 * reader knows without a system call whether anything waits for it, and a writer whether it is too far ahead. The first
 * cell is the sum of all posts. Two threads may share a slot, which costs a look and loses nothing.
 */
export type MessageCounters = Int32Array;

/** The counters that all threads of this process share; workers made after the first call find them. */
export function shareMessageCounters(): MessageCounters {
  markNestedWorkers();
  const shared = findMessageCounters();
  if (shared) return shared;
  const counters = new Int32Array(new SharedArrayBuffer(LENGTH * Int32Array.BYTES_PER_ELEMENT));
  setEnvironmentData(KEY, counters);
  return counters;
}

export function findMessageCounters(): MessageCounters | undefined {
  return getEnvironmentData(KEY) as MessageCounters | undefined;
}

/** How many messages all threads have posted; wraps around. */
export function countAllPosted(counters: MessageCounters): number {
  return Atomics.load(counters, 0);
}

/** One thread's share of the {@link MessageCounters}. */
export class ThreadCounters {
  readonly #slot: number;

  constructor(
    private readonly counters: MessageCounters,
    threadId: number,
  ) {
    this.#slot = threadId % SLOTS;
  }

  /** How many messages the thread has posted; wraps around. */
  get posted(): number {
    return Atomics.load(this.counters, POSTED + this.#slot);
  }

  /** How many messages wait to be taken. */
  get waiting(): number {
    return (this.posted - Atomics.load(this.counters, TAKEN + this.#slot)) | 0;
  }

  addPosted(): void {
    Atomics.add(this.counters, POSTED + this.#slot, 1);
    Atomics.add(this.counters, 0, 1);
  }

  /** Tells that a message was taken, and wakes a writer that waits for it. */
  addTaken(): void {
    Atomics.add(this.counters, TAKEN + this.#slot, 1);
    if (Atomics.load(this.counters, AWAITING + this.#slot) > 0)
      Atomics.notify(this.counters, TAKEN + this.#slot);
  }

  addLost(): void {
    Atomics.add(this.counters, LOST + this.#slot, 1);
  }

  /** How many messages were lost since the last call. */
  takeLost(): number {
    return Atomics.exchange(this.counters, LOST + this.#slot, 0);
  }

  /** Blocks this thread until a message is taken, `timeoutMillis` at most; tells whether one was. */
  waitForTaken(timeoutMillis: number): boolean {
    const cell = TAKEN + this.#slot;
    // Before the count is read: a message that is taken later finds that it has to wake.
    Atomics.add(this.counters, AWAITING + this.#slot, 1);
    const taken = Atomics.load(this.counters, cell);
    const outcome = Atomics.wait(this.counters, cell, taken, timeoutMillis);
    Atomics.sub(this.counters, AWAITING + this.#slot, 1);
    return outcome !== 'timed-out';
  }
}
