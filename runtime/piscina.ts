import { context as contextApi, diag } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import { Piscina } from 'piscina';
import { extract, inject } from './context.js';
import { HandlerNames } from './handler-names.js';
import type { ExecutorOptions, PiscinaOptions, SubmitOptions } from './options.js';
import {
  ownProperties,
  readDefaultHandler,
  toPath,
  toPiscinaOptions,
  toShownOptions,
  WORKER_ENTRY,
} from './piscina-options.js';
import type { DefaultHandler } from './piscina-options.js';
import { captureContext } from './propagation.js';
import { SpanOutlet } from './relay/span-outlet.js';
import { SpanRelay } from './relay/span-relay.js';
import { observeWorkers } from './relay/worker-watch.js';
import { toTaskMessage } from './task-message.js';

// Piscina's own defaults for its type parameters.
type DefaultTask = Parameters<Piscina['run']>[0];
type DefaultResult = Awaited<ReturnType<Piscina['run']>>;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * A Piscina whose tasks run, in the worker, in the context of whoever submitted them, and whose workers' spans come
 * out of the application's own span processors, each once, before the task's result. All else is Piscina's: options,
 * events, errors, order of tasks. Worker files stay as they are.
 *
 * The context crosses as plain data (span context, whole baggage); without an SDK nothing is carried or recorded.
 */
export class TracedThreadPoolExecutor<Task = DefaultTask, Result = DefaultResult> extends Piscina<
  Task,
  Result
> {
  /** The executor's own class, as on Piscina. */
  static override get Piscina(): typeof TracedThreadPoolExecutor {
    return TracedThreadPoolExecutor;
  }

  readonly #defaultHandler: DefaultHandler | undefined;
  readonly #shownOptions: PiscinaOptions;
  readonly #names = new HandlerNames();
  readonly #outlet: SpanOutlet;
  readonly #relay: SpanRelay;
  readonly #observer = { onWorkerCreated: () => this.#relay.link(this.threads) };

  /** @throws what Piscina's constructor throws. */
  constructor(options: ExecutorOptions = {}) {
    const given = ownProperties(options);
    const handler = readDefaultHandler(given);
    const outlet = new SpanOutlet(given.tracing?.spanProcessor);
    const relay = new SpanRelay(outlet);
    super(toPiscinaOptions(given, handler));
    this.#defaultHandler = handler;
    this.#shownOptions = toShownOptions(given, handler);
    this.#outlet = outlet;
    this.#relay = relay;
    relay.link(this.threads);
    observeWorkers(this.#observer);
  }

  /**
   * Runs a task in a worker, in the given or else the active context.
   *
   * @returns the handler's result.
   * @throws what Piscina's `run` rejects with: the handler's error, `AbortError`, a full queue, bad options.
   */
  submit(task: Task, options?: SubmitOptions): Promise<Result> {
    return this.run(task, options);
  }

  /**
   * Submits one task for each item, all in the context of this call, all at once.
   *
   * @returns the results in the order of the items; rejects as `Promise.all` does, with the first error, while the
   * other tasks go on.
   */
  map(tasks: Iterable<Task>, options?: SubmitOptions): Promise<Result[]> {
    const context = options?.context ?? contextApi.active();
    const results: Promise<Result>[] = [];
    try {
      for (const task of tasks) results.push(this.submit(task, { ...options, context }));
    } catch (error) {
      void Promise.allSettled(results);
      return Promise.reject(error);
    }
    return Promise.all(results);
  }

  /** Piscina's `run`, traced as {@link submit} is. */
  override run(task: Task, options: SubmitOptions = {}): Promise<Result> {
    // Piscina rejects it in its own words, as it does what is not named by a string below.
    if (typeof options !== 'object' || options === null) return super.run(task, options);
    const own = ownProperties(options) as Writable<SubmitOptions>;
    const filename = own.filename ?? this.#defaultHandler?.filename;
    const name = own.name ?? this.#defaultHandler?.name ?? super.options.name;
    if (typeof filename !== 'string' || typeof name !== 'string') return super.run(task, own);
    const isRecorded = this.#outlet.isOpen();
    const carrier = captureContext(own.context ?? contextApi.active());
    own.filename = WORKER_ENTRY;
    own.name = this.#names.forTask(toPath(filename), name, carrier !== undefined, isRecorded);
    const result = super.run((carrier ? toTaskMessage(task, carrier) : task) as Task, own);
    if (this.#relay.linkCount < this.maxThreads) this.#relay.link(this.threads);
    return isRecorded ? this.#afterDrain(result) : result;
  }

  /** See {@link inject}, of which this is the method. */
  inject<Message>(message: Message, context?: Context): Message {
    return inject(message, context);
  }

  /** See {@link extract}, of which this is the method. */
  extract<Listener extends (this: never, ...args: never[]) => unknown>(listener: Listener): Listener {
    return extract(listener);
  }

  /** A copy of the options in use, as on Piscina. */
  override get options(): Piscina['options'] {
    return Object.assign(Object.create(null), super.options, this.#shownOptions) as Piscina['options'];
  }

  /** How many spans of its workers this executor has handed to the application's processors, and how many it lost. */
  get relayedSpans(): { readonly handedOver: number; readonly dropped: number } {
    return { handedOver: this.#outlet.handedOverCount, dropped: this.#outlet.droppedCount };
  }

  /** As Piscina's; resolves after the last span of the workers has been handed over. */
  override async close(options?: Parameters<Piscina['close']>[0]): Promise<void> {
    try {
      await super.close(options);
    } finally {
      await this.#relay.settle(this.threads);
    }
  }

  /** As Piscina's; resolves after the last span of the workers has been handed over. */
  override async destroy(): Promise<void> {
    try {
      await super.destroy();
    } finally {
      await this.#relay.settle(this.threads);
    }
  }

  /** The spans of a task are handed over before its result is. */
  #afterDrain(result: Promise<Result>): Promise<Result> {
    return result.then(
      (value) => {
        this.#drain();
        return value;
      },
      (error: unknown) => {
        this.#drain();
        throw error;
      },
    );
  }

  /** The task's outcome is the caller's, whatever becomes of its spans. */
  #drain(): void {
    try {
      this.#relay.drain();
    } catch (error) {
      diag.error('traced-pool: spans of a worker could not be handed over', error);
    }
  }
}
