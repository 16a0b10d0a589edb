import type { Context } from '@opentelemetry/api';
import { Tinypool } from 'tinypool';
import { extract, inject } from './context.js';
import { HandlerExecutor } from './executor/handler-executor.js';
import { readDefaultHandler } from './executor/handler-options.js';
import { ownProperties } from './executor/task-options.js';
import { TaskPacker } from './executor/task-packer.js';
import { checkMapOptions } from './map/map-options.js';
import { shareMessageCounters } from './protocol/message-counters.js';
import type { HandlerId } from './protocol/handler-reference.js';
import { createTaskSignals } from './task-signals/task-signals.js';
import type { TaskSignals } from './task-signals/task-signals.js';
import type { ExecutorOptions, MapIterableOptions, MapOptions, SubmitOptions } from './tinypool/options.js';
import { showOptions, toPoolWorkers, toTinypoolOptions, WORKER_ENTRY } from './tinypool/pool-options.js';
import { checkTracingOptions } from './tracing-options.js';

export type { ExecutorOptions, MapIterableOptions, MapOptions, SubmitOptions };
export type { SpanSink, TracingOptions } from './tracing-options.js';

// Tinypool's own, which is anything.
type DefaultResult = Awaited<ReturnType<Tinypool['run']>>;

const PACKER = new TaskPacker(Tinypool);

// `src/index.ts` of tinypool 2.2, whose errors have no code.
const REJECTIONS: ReadonlySet<unknown> = new Set([
  'Task queue is at limit',
  'No task queue available and all Workers are busy',
]);

function isRejection(error: unknown): boolean {
  return REJECTIONS.has((error as Error | null | undefined)?.message);
}

/**
 * A Tinypool whose tasks run, in the worker, in the context of whoever submitted them, and whose workers' spans come
 * out of the application's own span processors, each once, before the task's result: from threads and, with
 * `runtime: 'child_process'`, from processes. All else is Tinypool's: options, events, errors, order of tasks. Worker
 * files stay as they are.
 *
 * The context crosses as plain data (span context, whole baggage); without an SDK nothing is carried or recorded.
 */
export class TracedThreadPoolExecutor extends Tinypool {
  readonly #given: ExecutorOptions;
  readonly #handler: HandlerId | undefined;
  readonly #executor: HandlerExecutor<unknown, unknown>;

  /** @throws what Tinypool's constructor throws; TypeError for an option under `tracing` that is not of its type. */
  constructor(options: ExecutorOptions = {}) {
    const given = ownProperties(options);
    const { tracing = {} } = given;
    checkTracingOptions(tracing);
    const handler = readDefaultHandler(given);
    // Before Tinypool makes its first workers, which are to find them.
    const counters = shareMessageCounters();
    super(toTinypoolOptions(given, handler));
    this.#given = given;
    this.#handler = handler;
    const signals = this.#createSignals();
    const { run, submit } = TracedThreadPoolExecutor.prototype;
    const { maxQueue, maxThreads, concurrentTasksPerWorker, name } = super.options;
    const isPlain = !given.taskQueue && maxQueue === Infinity && !signals && !given.isolateWorkers;
    const hasThreads = () => super.options.runtime === 'worker_threads';
    this.#executor = new HandlerExecutor(
      {
        run: (task, own) => super.run(task, own as SubmitOptions),
        submit: (task, own) => this.submit(task, own as SubmitOptions),
        workers: () => toPoolWorkers(this.threads),
        defaultName: name,
        maxWorkers: maxThreads,
        tasksPerWorker: concurrentTasksPerWorker,
        mayGroup: () => isPlain && hasThreads() && this.run === run && this.submit === submit,
      },
      { tracing, signals, handler, workerEntry: WORKER_ENTRY, packer: PACKER, counters, withProcesses: true },
    );
  }

  /**
   * Runs a task in a worker, in the given or else the active context.
   *
   * @returns the handler's result.
   * @throws what Tinypool's `run` rejects with: the handler's error, `AbortError`, a full queue, bad options.
   */
  submit<Result = DefaultResult>(task?: unknown, options?: SubmitOptions): Promise<Result> {
    return this.run(task, options);
  }

  /**
   * Runs a task for each item, all in the context of this call; small tasks travel many to a message.
   *
   * @returns the results in the order of the items; rejects as `Promise.all` does, with the first error, while the
   * other tasks go on, unless `stopOnError` says otherwise.
   */
  async map<Result = DefaultResult>(tasks: Iterable<unknown>, options: MapOptions = {}): Promise<Result[]> {
    checkMapOptions(options);
    return this.#executor.map.all([...tasks], options) as Promise<Result[]>;
  }

  /**
   * Runs a task for each item of a source that is read as the results are taken, all in the context of this call.
   *
   * @returns the results in the order of the items. An error comes out in its place and ends the iteration, as does
   * leaving the loop: tasks that no worker has begun are then not run.
   * @throws TypeError or RangeError for bad options.
   */
  mapIterable<Result = DefaultResult>(
    tasks: Iterable<unknown> | AsyncIterable<unknown>,
    options: MapIterableOptions = {},
  ): AsyncIterableIterator<Result> {
    checkMapOptions(options);
    return this.#executor.map.inOrder(tasks, options) as AsyncIterableIterator<Result>;
  }

  /** Tinypool's `run`, traced as {@link submit} is. */
  override run(task?: unknown, options: SubmitOptions = {}): Promise<DefaultResult> {
    return this.#executor.dispatch.run(task, options);
  }

  /** See {@link inject}, of which this is the method. */
  inject<Message>(message: Message, context?: Context): Message {
    return inject(message, context);
  }

  /** See {@link extract}, of which this is the method. */
  extract<Listener extends (this: never, ...args: never[]) => unknown>(listener: Listener): Listener {
    return extract(listener);
  }

  /** The options in use, as on Tinypool. */
  override get options(): Tinypool['options'] {
    return showOptions(super.options, this.#given, this.#handler);
  }

  /** How many tasks wait for a worker, as on Tinypool; those of `map` that are held back count as well. */
  override get queueSize(): number {
    return super.queueSize + this.#executor.hiddenCount;
  }

  /** How many tasks have ended, as on Tinypool; each of `map` counts. */
  override get completed(): number {
    return super.completed + this.#executor.map.groupedCount;
  }

  /** How many spans of its workers this executor has handed to the application's processors, and how many it lost. */
  get relayedSpans(): { readonly handedOver: number; readonly dropped: number } {
    return this.#executor.relayedSpans;
  }

  /** As Tinypool's; resolves after the last span of the workers has been handed over. */
  override destroy(): Promise<void> {
    return this.#executor.end(() => super.destroy());
  }

  #createSignals(): TaskSignals | undefined {
    const { tracing, filename } = this.#given;
    const executor = new WeakRef(this);
    return createTaskSignals(tracing ?? {}, filename ? String(filename) : 'tinypool', isRejection, () => {
      const live = executor.deref();
      return (
        live && {
          queueSize: live.queueSize,
          threadCount: live.threads.length,
          threadLimit: live.options.maxThreads,
          droppedSpanCount: live.relayedSpans.dropped,
        }
      );
    });
  }
}
