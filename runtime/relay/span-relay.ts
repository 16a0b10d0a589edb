import type { Worker } from 'node:worker_threads';
import { shareMessageCounters } from './message-counters.js';
import type { SpanOutlet } from './span-outlet.js';
import { WorkerLink } from './worker-link.js';

/** The relay of one executor: a link to each of its workers. */
export class SpanRelay {
  readonly #counters = shareMessageCounters();
  readonly #links = new Map<Worker, WorkerLink>();
  #seenCount = 0;

  constructor(private readonly outlet: SpanOutlet) {}

  /** The workers that are linked and have not exited. */
  get linkCount(): number {
    return this.#links.size;
  }

  /** Opens a link to each worker that has none yet; must run before the worker can have ended a span. */
  link(workers: readonly Worker[]): void {
    for (const worker of workers) {
      if (this.#links.has(worker)) continue;
      const link = new WorkerLink(worker, this.#counters, this.outlet);
      this.#links.set(worker, link);
      void link.closed.then(() => this.#links.delete(worker));
    }
  }

  /** Hands over, now, all that the workers have posted so far; next to free where they have posted nothing. */
  drain(): void {
    const count = Atomics.load(this.#counters, 0);
    if (count === this.#seenCount) return;
    this.#seenCount = count;
    for (const link of this.#links.values()) link.drain();
  }

  /** Resolves when all linked workers that are on their way out have exited and their last span was handed over. */
  async settle(living: readonly Worker[]): Promise<void> {
    this.drain();
    const leaving = [...this.#links].filter(([worker]) => !living.includes(worker));
    await Promise.all(leaving.map(([, link]) => link.closed));
  }
}
