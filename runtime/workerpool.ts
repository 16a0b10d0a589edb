import { context as contextApi } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import workerpool from 'workerpool';
import type { Pool, WorkerPoolOptions } from 'workerpool';
import { extract, inject } from './context.js';
import { ScriptExecutor } from './executor/script-executor.js';
import { keepContext } from './workerpool/kept-context.js';
import { ApartMap } from './map/apart-map.js';
import { sealMessage } from './protocol/task-envelope.js';
import type { TaskHead } from './protocol/task-envelope.js';
import { checkTracingOptions } from './tracing-options.js';
import type {
  DefaultResult,
  ExecutorOptions,
  MapIterableOptions,
  MapOptions,
  Method,
  Params,
  SubmitOptions,
  WorkerpoolPromise,
} from './workerpool/options.js';
import { TracedWorkers } from './workerpool/workers.js';
import type { WorkerHandler } from './workerpool/workers.js';

export type { RelayOptions, SpanSink } from './tracing-options.js';
export type { ExecutorOptions, MapIterableOptions, MapOptions, SubmitOptions } from './workerpool/options.js';

/** The parts of workerpool's pool that its types keep to themselves. */
interface PoolParts {
  readonly workers: readonly WorkerHandler[];
  _createWorkerHandler(): WorkerHandler;
}

// Workerpool shows the class by its instances only; this one makes no worker.
const WorkerpoolPool = workerpool.pool().constructor as new (
  script?: string,
  options?: WorkerPoolOptions,
) => Pool;
const { _createWorkerHandler: createWorkerHandler } = WorkerpoolPool.prototype as unknown as PoolParts;

/**
 * A pool of workerpool's whose methods run, in the worker, in the context of whoever called them, and whose workers'
 * spans, from threads and processes, come out of the application's own span processors, each once, before the result.
 * What `on` and `then` are given runs in the caller's context as well. All else is workerpool's: options, its own
 * promises with `cancel`, `timeout` and `always`, errors, order of tasks. Worker scripts stay as they are, and so do
 * functions that are sent as text.
 */
export class TracedThreadPoolExecutor extends WorkerpoolPool {
  static {
    // Workerpool's hook, by which it makes each worker; private to its types.
    const hook = function (this: TracedThreadPoolExecutor): WorkerHandler {
      const handler = createWorkerHandler.call(this);
      TracedWorkers.finish(this.onCreateWorker, handler);
      // The constructor takes on those that workerpool's makes.
      if (#executor in this) this.#adopt(handler);
      return handler;
    };
    Object.defineProperty(this.prototype, '_createWorkerHandler', { value: hook, configurable: true });
  }

  readonly #executor: ScriptExecutor;
  readonly #heads = new WeakMap<object, TaskHead>();
  readonly #map: ApartMap<readonly [Method, Params], unknown>;

  constructor(options?: ExecutorOptions);
  constructor(script?: string, options?: ExecutorOptions);
  /** @throws what `workerpool.pool()` throws; TypeError for an option under `tracing` that is not of its type. */
  constructor(script?: string | ExecutorOptions, options?: ExecutorOptions) {
    const given = (typeof script === 'string' ? options : script) ?? {};
    const { tracing = {}, ...rest } = given;
    checkTracingOptions(tracing);
    // Before the first workers are made, which are to find what it shares.
    const executor = new ScriptExecutor(tracing);
    const own = { ...rest, onCreateWorker: new TracedWorkers(rest.onCreateWorker).create };
    // Workers that are made in here are taken on below.
    super(...((typeof script === 'string' ? [script, own] : [own]) as [string, WorkerPoolOptions]));
    this.#executor = executor;
    this.#map = new ApartMap(
      ([method, params], task) => this.submit(method, params, task as SubmitOptions) as never,
      () => this.maxWorkers ?? 1,
    );
    for (const handler of (this as unknown as PoolParts).workers) this.#adopt(handler);
  }

  /**
   * Runs a method of the worker's, or a function that is sent as text, in the given or else the active context.
   *
   * @returns workerpool's own promise of the result.
   * @throws what workerpool's `exec` throws and rejects with.
   */
  submit(method: Method, params?: Params, options?: SubmitOptions): WorkerpoolPromise {
    return this.exec(method, params, options);
  }

  /**
   * Runs a method for each list of parameters, all in the context of this call.
   *
   * @returns the results in the order of the lists; rejects as `Promise.all` does, with the first error, while the
   * other tasks go on, unless `stopOnError` says otherwise.
   */
  map<Result = DefaultResult>(
    method: Method,
    calls: Iterable<Params>,
    options: MapOptions = {},
  ): Promise<Result[]> {
    const tasks = [...calls].map((params) => [method, params] as const);
    return this.#map.all(tasks, options) as Promise<Result[]>;
  }

  /**
   * Runs a method for each list of parameters of a source that is read as the results are taken.
   *
   * @returns the results in the order of the lists. An error comes out in its place and ends the iteration.
   * @throws TypeError or RangeError for bad options.
   */
  mapIterable<Result = DefaultResult>(
    method: Method,
    calls: Iterable<Params> | AsyncIterable<Params>,
    options: MapIterableOptions = {},
  ): AsyncIterableIterator<Result> {
    const tasks = (async function* () {
      for await (const params of calls) yield [method, params] as const;
    })();
    return this.#map.inOrder(tasks, options) as AsyncIterableIterator<Result>;
  }

  /** Workerpool's `exec`, traced as {@link submit} is. */
  override exec(method: Method, params?: Params, options?: SubmitOptions): WorkerpoolPromise {
    const { context = contextApi.active(), ...rest } = options ?? {};
    // A function comes back here as the method `run`.
    if (typeof method !== 'string' || (params && !Array.isArray(params)))
      return contextApi.with(context, () => super.exec(method, params, options && rest));
    const head = this.#executor.head(context);
    const own = head ? [...(params ?? [])] : params;
    if (head && own) this.#heads.set(own, head);
    const { on } = rest;
    const bound = typeof on === 'function' ? { ...rest, on: contextApi.bind(context, on) } : rest;
    return keepContext(super.exec(method, own, options && bound), context);
  }

  /** As workerpool's; resolves after the last span of the workers has been handed over. */
  override terminate(force?: boolean, timeout?: number): ReturnType<Pool['terminate']> {
    // Workerpool's own words; a task that came later would have it make new workers.
    this.#map.terminate(new Error('Pool terminated'));
    const ended = super.terminate(force, timeout) as unknown as WorkerpoolPromise;
    const settle = (): Promise<void> => {
      const { workers } = this as unknown as PoolParts;
      return this.#executor.settle(workers.map(({ worker }) => worker));
    };
    const settled = ended.then((result: unknown) => settle().then(() => result));
    return settled as unknown as ReturnType<Pool['terminate']>;
  }

  #adopt(handler: WorkerHandler): void {
    if (!TracedWorkers.isTraced(handler)) return;
    this.#executor.adopt(handler.worker, (message) => {
      const { params } = (message ?? {}) as { params?: object };
      const head = params && this.#heads.get(params);
      return head ? sealMessage(head, message) : message;
    });
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
}
