import type { ChildProcess } from 'node:child_process';
import type { Worker } from 'node:worker_threads';
import { countAllPosted } from '../protocol/message-counters.js';
import type { MessageCounters } from '../protocol/message-counters.js';
import type { NestedRelayNews } from '../protocol/nested-relay.js';
import { PacedHandover } from './paced-handover.js';
import type { SpanOutlet } from './span-outlet.js';
import type { ThreadInfo } from './relayed-span.js';
import { ProcessLink } from './process-link.js';
import { ThreadLink } from './thread-link.js';
import { isThread } from './worker-link.js';
import type { OnNews, PoolWorker, WorkerLink, WorkerNews } from './worker-link.js';
import { clearInterval, setInterval } from '../real-timers.js';

/** How long a span of a task that runs may wait for what looks for it. */
const POLL_MILLIS = 5;

/** A millisecond's worth, with a processor that exports each span for itself. */
const SPANS_A_TURN = 96;

/** The relay of one executor: a link to each of its workers. */
export class SpanRelay {
  readonly #links = new Map<PoolWorker, WorkerLink>();
  readonly #handover: PacedHandover;
  #processCount = 0;
  #seenCount = 0;
  #runningCount = 0;
  #poll: NodeJS.Timeout | undefined;

  /**
   * @param onNews told of what workers post besides spans.
   * @param areResultsHeld whether a task's result waits for {@link drain}, so that a burst need not come at once.
   */
  constructor(
    private readonly outlet: SpanOutlet,
    private readonly counters: MessageCounters,
    private readonly onNews: (news: Exclude<WorkerNews, NestedRelayNews>, thread: ThreadInfo) => void,
    areResultsHeld = false,
  ) {
    this.#handover = new PacedHandover(outlet, areResultsHeld ? SPANS_A_TURN : Infinity);
  }

  /** The workers that are linked and have not exited. */
  get linkCount(): number {
    return this.#links.size;
  }

  /** Opens a link to each worker that has none yet; must run before the worker can have ended a span. */
  link(workers: readonly PoolWorker[]): void {
    for (const worker of workers) {
      if (this.#links.has(worker)) continue;
      const link = isThread(worker) ? this.#linkThread(worker) : this.#linkProcess(worker);
      link.setPolled(this.#poll !== undefined);
      this.#links.set(worker, link);
      void link.closed.then(() => this.#links.delete(worker));
    }
  }

  /**
   * Hands over all that the workers have posted so far; next to free where they have posted nothing.
   * @returns `undefined` where that is done, or when it is: a burst is handed over in steps.
   */
  drain(): Promise<void> | undefined {
    const count = countAllPosted(this.counters);
    if (count === this.#seenCount && this.#processCount === 0) return this.#handover.emptied;
    this.#seenCount = count;
    const pending = [...this.#links.values()].flatMap((link) => link.drain() ?? []);
    if (pending.length === 0) return this.#handover.emptied;
    return Promise.all(pending).then(() => this.#handover.emptied);
  }

  /**
   * To be called when a task is sent, and {@link endTask} when its result has come: in between the relay looks for spans
   * by itself, which is cheaper than to be told of each. A task's result is followed by {@link drain} in any case.
   */
  beginTask(): void {
    this.#runningCount++;
    if (this.#poll) return;
    this.#poll = setInterval(() => this.#look(), POLL_MILLIS).unref();
    for (const link of this.#links.values()) link.setPolled(true);
  }

  /** See {@link beginTask}. */
  endTask(): void {
    this.#runningCount--;
  }

  /** Resolves when all linked workers that are on their way out have exited and their last span was handed over. */
  async settle(living: readonly PoolWorker[]): Promise<void> {
    await this.drain();
    const leaving = [...this.#links].filter(([worker]) => !living.includes(worker));
    await Promise.all(leaving.map(([, link]) => link.closed));
  }

  #look(): void {
    if (this.#runningCount === 0) {
      clearInterval(this.#poll);
      this.#poll = undefined;
      // Before the last look: what is added later is told.
      for (const link of this.#links.values()) link.setPolled(false);
    }
    void this.drain();
  }

  #linkThread(worker: Worker): WorkerLink {
    const { threadId } = worker;
    const link = new ThreadLink(worker, this.counters, this.outlet, this.#handover, this.#tell);
    this.outlet.tellNested(threadId, true);
    void link.closed.then(() => this.outlet.tellNested(threadId, false));
    return link;
  }

  #linkProcess(child: ChildProcess): WorkerLink {
    const link = new ProcessLink(child, this.#handover, this.#tell);
    this.#processCount++;
    void link.closed.then(() => this.#processCount--);
    return link;
  }

  readonly #tell: OnNews = (news, thread) => {
    if ('nestedThreadId' in news) this.outlet.tellNested(news.nestedThreadId, news.isThere);
    else this.onNews(news, thread);
  };
}
