import type { Context } from '@opentelemetry/api';
import { Piscina } from 'piscina';
import { extract, inject } from './context.js';
import { HandlerExecutor } from './executor/handler-executor.js';
import type { HandlerPool } from './executor/handler-executor.js';
import { readDefaultHandler } from './executor/handler-options.js';
import { ownProperties } from './executor/task-options.js';
import { TaskPacker } from './executor/task-packer.js';
import { checkMapOptions } from './map/map-options.js';
import type {
  ExecutorOptions,
  MapIterableOptions,
  MapOptions,
  PiscinaOptions,
  SubmitOptions,
} from './piscina/options.js';
import { toPiscinaOptions, toShownOptions, WORKER_ENTRY } from './piscina/pool-options.js';
import { shareMessageCounters } from './protocol/message-counters.js';
import { createTaskSignals } from './task-signals/task-signals.js';
import type { TaskSignals } from './task-signals/task-signals.js';
import { checkTracingOptions } from './tracing-options.js';
import type { TypedMethods } from './piscina/typed-handlers.js';

// Piscina's own defaults for its type parameters.
type DefaultTask = Parameters<Piscina['run']>[0];
type DefaultResult = Awaited<ReturnType<Piscina['run']>>;

// `src/errors.ts` of piscina 5.3, whose errors have no code.
const REJECTIONS: ReadonlySet<unknown> = new Set([
  'Task queue is at limit',
  'No task queue available and all Workers are busy',
]);
const PACKER = new TaskPacker(Piscina);

function isRejection(error: unknown): boolean {
  return REJECTIONS.has((error as Error | null | undefined)?.message);
}

/**
 * An executor whose names, tasks and results are checked against a worker module.
 *
 * @typeParam Module `typeof import('./worker.js')`
 * @typeParam Default the handler of tasks that name none.
 */
export type TypedExecutor<Module, Default extends string = 'default'> = Omit<
  TracedThreadPoolExecutor,
  keyof TypedMethods<Module, Default>
> &
  TypedMethods<Module, Default>;

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

  /**
   * Makes an executor whose names, tasks and results are checked against a worker module:
   * `TracedThreadPoolExecutor.of<typeof import('./worker.js')>({ filename })`. At run time it is as any other.
   *
   * @typeParam Default the handler of tasks that name none, as the option `name` says.
   * @throws what the constructor throws.
   */
  static of<Module, Default extends string = 'default'>(
    options: ExecutorOptions & ('default' extends Default ? unknown : { readonly name: Default }),
  ): TypedExecutor<Module, Default> {
    return new this(options) as unknown as TypedExecutor<Module, Default>;
  }

  readonly #shownOptions: PiscinaOptions;
  readonly #executor: HandlerExecutor<Task, Result>;

  /** @throws what Piscina's constructor throws; TypeError for an option under `tracing` that is not of its type. */
  constructor(options: ExecutorOptions = {}) {
    const given = ownProperties(options);
    const { tracing = {} } = given;
    checkTracingOptions(tracing);
    const handler = readDefaultHandler(given);
    // Before Piscina makes its first workers, which are to find them.
    const counters = shareMessageCounters();
    super(toPiscinaOptions(given, handler));
    const signals = this.#createSignals(given);
    this.#shownOptions = toShownOptions(given, handler);
    this.#executor = new HandlerExecutor(this.#createPool(given, signals !== undefined), {
      tracing,
      signals,
      handler,
      workerEntry: WORKER_ENTRY,
      packer: PACKER,
      counters,
      withProcesses: false,
    });
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
   * Runs a task for each item, all in the context of this call; small tasks travel many to a message.
   *
   * @returns the results in the order of the items; rejects as `Promise.all` does, with the first error, while the
   * other tasks go on, unless `stopOnError` says otherwise.
   */
  async map(tasks: Iterable<Task>, options: MapOptions = {}): Promise<Result[]> {
    checkMapOptions(options);
    return this.#executor.map.all([...tasks], options);
  }

  /**
   * Runs a task for each item of a source that is read as the results are taken, all in the context of this call.
   *
   * @returns the results in the order of the items. An error comes out in its place and ends the iteration, as does
   * leaving the loop: tasks that no worker has begun are then not run.
   * @throws TypeError or RangeError for bad options.
   */
  mapIterable(
    tasks: Iterable<Task> | AsyncIterable<Task>,
    options: MapIterableOptions = {},
  ): AsyncIterableIterator<Result> {
    checkMapOptions(options);
    return this.#executor.map.inOrder(tasks, options);
  }

  /** Piscina's `run`, traced as {@link submit} is. */
  override run(task: Task, options: SubmitOptions = {}): Promise<Result> {
    return this.#executor.dispatch.run(task, options) as Promise<Result>;
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

  /** How many tasks wait for a worker, as on Piscina; those of `map` that are held back count as well. */
  override get queueSize(): number {
    return super.queueSize + this.#executor.hiddenCount;
  }

  /** How many tasks have ended, as on Piscina; each of `map` counts. */
  override get completed(): number {
    return super.completed + this.#executor.map.groupedCount;
  }

  /** How many spans of its workers this executor has handed to the application's processors, and how many it lost. */
  get relayedSpans(): { readonly handedOver: number; readonly dropped: number } {
    return this.#executor.relayedSpans;
  }

  /** As Piscina's; resolves after the last span of the workers has been handed over. */
  override close(options?: Parameters<Piscina['close']>[0]): Promise<void> {
    return this.#executor.end(() => {
      // With tasks in its queue and a worker missing, Piscina 5.3 may hang in close(): it is to find none of ours.
      const leftOver = this.#executor.map.leftOver(super.options.closeTimeout);
      return leftOver ? leftOver.then(() => super.close(options)) : super.close(options);
    });
  }

  /** As Piscina's; resolves after the last span of the workers has been handed over. */
  override destroy(): Promise<void> {
    return this.#executor.end(() => super.destroy());
  }

  #createSignals({ tracing, filename }: ExecutorOptions): TaskSignals | undefined {
    const executor = new WeakRef(this);
    return createTaskSignals(tracing ?? {}, filename ?? 'piscina', isRejection, () => {
      const live = executor.deref();
      return (
        live && {
          queueSize: live.queueSize,
          threadCount: live.threads.length,
          threadLimit: live.maxThreads,
          droppedSpanCount: live.relayedSpans.dropped,
        }
      );
    });
  }

  #createPool(given: ExecutorOptions, isObserved: boolean): HandlerPool<Task, Result> {
    const { maxQueue, concurrentTasksPerWorker, maxThreads, name } = super.options;
    const { run, submit } = TracedThreadPoolExecutor.prototype;
    const isPlain = !given.taskQueue && !given.loadBalancer && maxQueue === Infinity && !isObserved;
    return {
      run: (task, own) => super.run(task as Task, own as SubmitOptions),
      submit: (task, own) => this.submit(task, own as SubmitOptions),
      workers: () => this.threads,
      defaultName: name,
      maxWorkers: maxThreads,
      tasksPerWorker: concurrentTasksPerWorker,
      mayGroup: () => isPlain && this.run === run && this.submit === submit,
    };
  }
}
