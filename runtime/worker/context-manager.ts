import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { ROOT_CONTEXT } from '@opentelemetry/api';
import type { Context, ContextManager } from '@opentelemetry/api';

const ADDING_METHODS = ['on', 'addListener', 'once', 'prependListener', 'prependOnceListener'] as const;

type Listener = (...args: unknown[]) => unknown;

let registered: WorkerContextManager | undefined;

/** Makes a context active for all that follows, where the context manager of this worker is ours. */
export function enterContext(context: Context): void {
  registered?.enter(context);
}

/** Keeps the active context of a worker that has no SDK of its own, across awaits and callbacks. */
export class WorkerContextManager implements ContextManager {
  readonly #storage = new AsyncLocalStorage<Context>();

  constructor() {
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    registered = this;
  }

  /** Makes a context active for the rest of this thread of callbacks. */
  enter(context: Context): void {
    this.#storage.enterWith(context);
  }

  active(): Context {
    return this.#storage.getStore() ?? ROOT_CONTEXT;
  }

  with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(
    context: Context,
    fn: F,
    thisArg?: ThisParameterType<F>,
    ...args: A
  ): ReturnType<F> {
    return this.#storage.run(context, () => fn.call(thisArg as never, ...args));
  }

  bind<T>(context: Context, target: T): T {
    if (target instanceof EventEmitter) return this.#bindEmitter(context, target);
    if (typeof target === 'function') return this.#bindFunction(context, target as unknown as Listener) as T;
    return target;
  }

  enable(): this {
    return this;
  }

  disable(): this {
    this.#storage.disable();
    return this;
  }

  #bindFunction(context: Context, fn: Listener): Listener {
    const storage = this.#storage;
    const bound = function (this: unknown, ...args: unknown[]): unknown {
      return storage.run(context, () => fn.apply(this, args));
    };
    Object.defineProperty(bound, 'length', { value: fn.length, configurable: true });
    return bound;
  }

  #bindEmitter<T extends EventEmitter>(context: Context, emitter: T): T {
    for (const method of ADDING_METHODS) {
      const add = emitter[method].bind(emitter) as (event: string | symbol, listener: Listener) => T;
      const addBound = (event: string | symbol, listener: Listener): T => {
        const bound = this.#bindFunction(context, listener);
        // `removeListener` finds a wrapped listener by its `listener` property, as for `once`.
        return add(event, Object.assign(bound, { listener }));
      };
      Object.defineProperty(emitter, method, { value: addBound, configurable: true, writable: true });
    }
    return emitter;
  }
}
