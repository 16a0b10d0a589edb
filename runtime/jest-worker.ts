import { context as contextApi } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import { FifoQueue, Worker as JestWorker } from 'jest-worker';
import type { WorkerFarmOptions, WorkerPoolInterface } from 'jest-worker';
import { extract, inject } from './context.js';
import { ScriptExecutor } from './executor/script-executor.js';
import type { ContextOptions } from './executor/task-options.js';
import { createPoolClass, watchQueue } from './jest-worker/workers.js';
import { ApartMap } from './map/apart-map.js';
import type { MapControls, MapIterableControls } from './map/map-options.js';
import { sealMessage } from './protocol/task-envelope.js';
import type { TaskHead } from './protocol/task-envelope.js';
import type { PoolWorker } from './relay/worker-link.js';
import { checkTracingOptions } from './tracing-options.js';
import type { RelayOptions } from './tracing-options.js';

export type { RelayOptions, SpanSink } from './tracing-options.js';

/** Jest-worker's options, and ours under one key. */
export type ExecutorOptions = WorkerFarmOptions & { readonly tracing?: RelayOptions };
/** The context to run in. */
export type SubmitOptions = ContextOptions;
/** Options of `mapIterable`: those of `submit`, for all tasks, and how they are handed to the pool. */
export interface MapIterableOptions extends SubmitOptions, MapIterableControls {}
/** Options of `map`. */
export interface MapOptions extends MapIterableOptions, MapControls {}

/** What a method of somebody else's gives: anything, as with jest-worker. */
type DefaultResult = ReturnType<JSON['parse']>;
type Call = readonly [method: string, args: readonly unknown[]];
type Methods = Readonly<Record<string, ((...args: readonly unknown[]) => Promise<unknown>) | undefined>>;

/** What the executor adds. A class of its own, as jest-worker lets no method be called like one of the last class's. */
class SubmittingWorker extends JestWorker {
  readonly #executor: ScriptExecutor;
  readonly #map: ApartMap<Call, unknown>;

  constructor(workerPath: string | URL, options: ExecutorOptions = {}) {
    const { tracing = {}, ...rest } = options;
    checkTracingOptions(tracing);
    // Before the workers are made, which are to find what it shares.
    const executor = new ScriptExecutor(tracing);
    const heads = new WeakMap<object, TaskHead>();
    const adopt = (worker: PoolWorker): void =>
      executor.adopt(worker, (message) => {
        const head = heads.get(message as object);
        return head ? sealMessage(head, message) : message;
      });
    const taskQueue = watchQueue(rest.taskQueue ?? new FifoQueue(), (request) => {
      const head = executor.head();
      if (head) heads.set(request, head);
    });
    super(workerPath, { ...rest, taskQueue, WorkerPool: createPoolClass(rest.WorkerPool, adopt) });
    this.#executor = executor;
    const { _workerPool: pool } = this as unknown as { _workerPool: WorkerPoolInterface };
    this.#map = new ApartMap(
      ([method, args], own) => this.submit(method, args, own),
      () => pool.getWorkers().length,
    );
  }

  /**
   * Calls a method of the workers', in the given or else the active context.
   *
   * @returns the method's result.
   * @throws TypeError where the workers have no such method; what jest-worker rejects with.
   */
  submit(
    method: string,
    args: readonly unknown[] = [],
    { context }: SubmitOptions = {},
  ): Promise<DefaultResult> {
    const call = (this as unknown as Methods)[method];
    if (!Object.hasOwn(this, method) || typeof call !== 'function')
      return Promise.reject(new TypeError(`The workers expose no method "${method}"`));
    return contextApi.with(context ?? contextApi.active(), () => call(...args));
  }

  /**
   * Calls a method for each list of arguments, all in the context of this call.
   *
   * @returns the results in the order of the lists; rejects as `Promise.all` does, with the first error, while the
   * other tasks go on, unless `stopOnError` says otherwise.
   */
  map<Result = DefaultResult>(
    method: string,
    calls: Iterable<readonly unknown[]>,
    options: MapOptions = {},
  ): Promise<Result[]> {
    const tasks = [...calls].map((args) => [method, args] as const);
    return this.#map.all(tasks, options) as Promise<Result[]>;
  }

  /**
   * Calls a method for each list of arguments of a source that is read as the results are taken.
   *
   * @returns the results in the order of the lists. An error comes out in its place and ends the iteration.
   * @throws TypeError or RangeError for bad options.
   */
  mapIterable<Result = DefaultResult>(
    method: string,
    calls: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
    options: MapIterableOptions = {},
  ): AsyncIterableIterator<Result> {
    const tasks = (async function* () {
      for await (const args of calls) yield [method, args] as const;
    })();
    return this.#map.inOrder(tasks, options) as AsyncIterableIterator<Result>;
  }

  /** See {@link inject}, of which this is the method. */
  inject<Message>(message: Message, context?: Context): Message {
    return inject(message, context);
  }

  /** See {@link extract}, of which this is the method. */
  extract<Listener extends (this: never, ...args: never[]) => unknown>(listener: Listener): Listener {
    return extract(listener);
  }

  /** How many spans of its workers this executor has handed to the application's processors, and how many it lost. */
  get relayedSpans(): { readonly handedOver: number; readonly dropped: number } {
    return this.#executor.relayedSpans;
  }

  /** As jest-worker's; resolves after the last span of the workers has been handed over. */
  override async end(): ReturnType<JestWorker['end']> {
    const result = await super.end();
    await this.#executor.settle();
    return result;
  }
}

/**
 * A jest-worker farm whose methods run, in the worker, in the context of whoever called them, and whose workers'
 * spans, from processes and threads, come out of the application's own span processors, each once, before the result;
 * a call that is tried again after a crash has its spans of each attempt. All else is jest-worker's: options, methods
 * as properties, errors, retries, `setup` and `teardown`. A method of the worker's that is called like one that the
 * executor adds (`submit`, `map`, `mapIterable`, `inject`, `extract`) takes its place. Worker files stay as they are.
 */
export class TracedThreadPoolExecutor extends SubmittingWorker {
  static {
    // It came with 29.5.
    if (!('start' in JestWorker.prototype)) Reflect.deleteProperty(this.prototype, 'start');
  }

  // As on jest-worker, these are no names for a worker's methods.
  override getStderr(): NodeJS.ReadableStream {
    return super.getStderr();
  }

  override getStdout(): NodeJS.ReadableStream {
    return super.getStdout();
  }

  override start(): Promise<void> {
    return super.start();
  }

  override end(): ReturnType<JestWorker['end']> {
    return super.end();
  }
}
