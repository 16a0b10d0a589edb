import type { MessageChannel } from 'node:worker_threads';
import { context as contextApi } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import { extract, inject } from '../context.js';
import { ScriptExecutor } from '../executor/script-executor.js';
import { ApartMap } from '../map/apart-map.js';
import type { Executors, MapIterableOptions, MapOptions, PoolifierClasses } from './options.js';
import { readTracing, toPoolArguments } from './pool-arguments.js';
import { sealMessage } from '../protocol/task-envelope.js';
import type { PoolWorker } from '../relay/worker-link.js';
import { checkTracingOptions } from '../tracing-options.js';

/** The parts of a pool of poolifier's that the executors build on, some of them protected. */
interface PoolParts {
  readonly workerNodes: readonly {
    readonly worker: PoolWorker & { readonly process?: PoolWorker };
    /** A thread's, on which tasks go; to its parent's port it listens once only. */
    readonly messageChannel?: MessageChannel;
  }[];
  execute(data?: unknown, ...rest: unknown[]): Promise<unknown>;
  mapExecute(data: Iterable<unknown>, ...rest: unknown[]): Promise<unknown[]>;
  destroy(): Promise<void>;
  afterWorkerNodeSetup(workerNodeKey: number): void;
}

// TypeScript asks for `any[]` of what a mixin extends.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type PoolClass = new (...args: any[]) => PoolParts;

/** Makes a class of poolifier's one whose tasks and spans are traced. */
function trace(Base: PoolClass, isCluster: boolean): PoolClass {
  return class TracedPool extends Base {
    readonly #executor: ScriptExecutor;
    readonly #map: ApartMap<unknown, unknown>;

    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    constructor(...args: any[]) {
      const tracing = readTracing(args);
      checkTracingOptions(tracing);
      // Before the workers are made, which are to find what it shares.
      const executor = new ScriptExecutor(tracing);
      super(...toPoolArguments(args, isCluster));
      this.#executor = executor;
      this.#map = new ApartMap(
        (task, { context, ...options }) =>
          contextApi.with(context ?? contextApi.active(), () =>
            this.execute(task, (options as MapIterableOptions).name),
          ),
        () => this.workerNodes.length || 1,
      );
      for (const key of this.workerNodes.keys()) this.#adopt(key);
    }

    submit(data?: unknown, ...rest: unknown[]): Promise<unknown> {
      return this.execute(data, ...rest);
    }

    map(tasks: Iterable<unknown>, options: MapOptions = {}): Promise<unknown[]> {
      return this.#map.all([...tasks], options);
    }

    mapIterable(
      tasks: Iterable<unknown> | AsyncIterable<unknown>,
      options: MapIterableOptions = {},
    ): AsyncIterableIterator<unknown> {
      return this.#map.inOrder(tasks, options);
    }

    override execute(data?: unknown, ...rest: unknown[]): Promise<unknown> {
      return this.#executor.afterSpans(super.execute(this.#seal(data), ...rest));
    }

    override mapExecute(data: Iterable<unknown>, ...rest: unknown[]): Promise<unknown[]> {
      const isIterable =
        typeof (data as Iterable<unknown> | null | undefined)?.[Symbol.iterator] === 'function';
      const sealed = isIterable ? [...data].map((each) => this.#seal(each)) : data;
      return this.#executor.afterSpans(super.mapExecute(sealed, ...rest));
    }

    /** As poolifier's; resolves after the last span of the workers has been handed over. */
    override async destroy(): Promise<void> {
      await super.destroy();
      // A worker that died meanwhile may have been replaced.
      const living = this.workerNodes.map(({ worker }) => worker.process ?? worker);
      await this.#executor.settle(living);
    }

    inject<Message>(message: Message, context?: Context): Message {
      return inject(message, context);
    }

    extract<Listener extends (this: never, ...args: never[]) => unknown>(listener: Listener): Listener {
      return extract(listener);
    }

    get relayedSpans(): { readonly handedOver: number; readonly dropped: number } {
      return this.#executor.relayedSpans;
    }

    /** Poolifier's hook for each worker that it has made. */
    override afterWorkerNodeSetup(workerNodeKey: number): void {
      // The constructor takes on those that poolifier's makes.
      if (#executor in this) this.#adopt(workerNodeKey);
      super.afterWorkerNodeSetup(workerNodeKey);
    }

    #adopt(workerNodeKey: number): void {
      const { worker, messageChannel } = this.workerNodes[workerNodeKey] ?? {};
      if (worker) this.#executor.adopt(worker.process ?? worker, (message) => message, messageChannel?.port1);
    }

    /** Poolifier takes a task without data for one with an empty object. */
    #seal(data: unknown): unknown {
      const head = this.#executor.head();
      return head ? sealMessage(head, data ?? {}) : data;
    }
  };
}

/** The executors on poolifier's classes; its CommonJS and ES modules have a set each. */
export function createExecutors(classes: PoolifierClasses): Executors {
  const traceAs = (name: string, Base: unknown, isCluster: boolean): PoolClass =>
    Object.defineProperty(trace(Base as PoolClass, isCluster), 'name', { value: name });
  return {
    TracedThreadPoolExecutor: traceAs('TracedThreadPoolExecutor', classes.FixedThreadPool, false),
    TracedDynamicThreadPoolExecutor: traceAs(
      'TracedDynamicThreadPoolExecutor',
      classes.DynamicThreadPool,
      false,
    ),
    TracedClusterPoolExecutor: traceAs('TracedClusterPoolExecutor', classes.FixedClusterPool, true),
    TracedDynamicClusterPoolExecutor: traceAs(
      'TracedDynamicClusterPoolExecutor',
      classes.DynamicClusterPool,
      true,
    ),
  } as unknown as Executors;
}
