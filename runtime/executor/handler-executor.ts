import type { MessageCounters } from '../protocol/message-counters.js';
import type { HandlerId } from '../protocol/handler-reference.js';
import { SpanOutlet } from '../relay/span-outlet.js';
import { SpanRelay } from '../relay/span-relay.js';
import type { PoolWorker } from '../relay/worker-link.js';
import { observeWorkers } from '../relay/worker-watch.js';
import type { TaskSignals } from '../task-signals/task-signals.js';
import type { TracingOptions } from '../tracing-options.js';
import { HandlerDispatch } from './handler-dispatch.js';
import { HandlerMap } from './handler-map.js';
import type { HandlerTaskOptions } from './task-options.js';
import type { TaskPacker } from './task-packer.js';

type OnExecutorNews = ConstructorParameters<typeof SpanRelay>[2];

const TERMINATION = 'Terminating worker thread';

/** What an executor is made of: a pool of Piscina's kin. */
export interface HandlerPool<Task, Result> {
  /** The pool's own `run`. */
  run(task: unknown, options: HandlerTaskOptions): Promise<unknown>;
  /** The executor's `submit`. */
  submit(task: Task, options: HandlerTaskOptions): Promise<Result>;
  /** The workers there are. */
  workers(): readonly PoolWorker[];
  /** The `name` that the pool falls back to. */
  readonly defaultName: string | undefined;
  /** The most workers. */
  readonly maxWorkers: number;
  /** How many tasks a worker runs at once. */
  readonly tasksPerWorker: number;
  /** See `MapPool`. */
  mayGroup(): boolean;
}

/** How an executor traces. */
export interface HandlerTracing {
  readonly tracing: TracingOptions;
  readonly signals: TaskSignals | undefined;
  readonly handler: HandlerId | undefined;
  readonly workerEntry: string;
  readonly packer: TaskPacker;
  /** Shared before the pool made its first workers, which are to find them. */
  readonly counters: MessageCounters;
  /** Whether workers may be processes. */
  readonly withProcesses: boolean;
}

/** What traces a pool that loads handlers by the name of a file: propagation, relay, `map`. */
export class HandlerExecutor<Task, Result> {
  readonly outlet: SpanOutlet;
  readonly dispatch: HandlerDispatch;
  readonly map: HandlerMap<Task, Result>;
  readonly #relay: SpanRelay;
  readonly #observer = { onWorkerCreated: () => this.link() };
  #closingCount = 0;

  constructor(
    private readonly pool: HandlerPool<Task, Result>,
    { tracing, signals, handler, workerEntry, packer, counters, withProcesses }: HandlerTracing,
  ) {
    const { contextKeys = [] } = tracing;
    const isClosing = () => this.#closingCount > 0;
    this.outlet = new SpanOutlet(tracing.spanProcessor);
    const takeNews: OnExecutorNews = (news, thread) => {
      if ('chunkId' in news) this.map.keepRemnant(news);
      else signals?.report(news, thread);
    };
    this.#relay = new SpanRelay(this.outlet, counters, takeNews, true);
    const dispatched = {
      run: (task: unknown, options: HandlerTaskOptions) => pool.run(task, options),
      defaultName: pool.defaultName,
      workerEntry,
      packer,
      linkWorkers: () => {
        if (this.#relay.linkCount < pool.maxWorkers) this.link();
      },
    };
    this.dispatch = new HandlerDispatch(dispatched, handler, this.outlet, this.#relay, signals, contextKeys);
    const mapped = {
      submit: (task: Task, options: HandlerTaskOptions) => pool.submit(task, options),
      workerCount: pool.maxWorkers * pool.tasksPerWorker,
      get isClosing() {
        return isClosing();
      },
      get mayGroup() {
        return pool.mayGroup();
      },
    };
    this.map = new HandlerMap(mapped, this.dispatch, packer, contextKeys);
    this.link();
    observeWorkers(this.#observer, withProcesses);
  }

  /** Opens the relay of workers that are new. */
  link(): void {
    this.#relay.link(this.pool.workers());
  }

  /** How many spans have been handed to the application's processors, and how many were lost. */
  get relayedSpans(): { readonly handedOver: number; readonly dropped: number } {
    return { handedOver: this.outlet.handedOverCount, dropped: this.outlet.droppedCount };
  }

  /** How many tasks of `map` are held back. */
  get hiddenCount(): number {
    let count = 0;
    for (const run of this.map.activeRuns) count += run.hiddenCount;
    return count;
  }

  /** Ends the pool; resolves after the last span of the workers has been handed over. */
  async end(end: () => Promise<void>): Promise<void> {
    this.#closingCount++;
    try {
      for (const run of this.map.activeRuns) run.terminate(new Error(TERMINATION));
      await end();
    } finally {
      await this.#relay.settle(this.pool.workers());
      this.#closingCount--;
    }
  }
}
