import { AsyncLocalStorage } from '#async-hooks';
import { context as contextApi } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import { applyInContext } from './apply-in-context.js';
import type { Arguments, Callable, CallHandler } from './call-handler.js';
import { kindOf, wrapFunction } from './wrap-function.js';

export interface BindOptions {
  /**
   * Carries every `AsyncLocalStorage` of the process, not only OpenTelemetry's. It has no effect on a target that is no
   * function, and none in a browser, which has no such thing.
   *
   * @default false
   */
  readonly all?: boolean;
}

class CallsInContext implements CallHandler {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  apply(target: Callable, self: unknown, args: Arguments): unknown {
    return applyInContext(this.#context, target, self, args);
  }
}

class CallsInSnapshot implements CallHandler {
  readonly #context: Context;
  readonly #runInSnapshot = AsyncLocalStorage.snapshot();

  constructor(context: Context) {
    this.#context = context;
  }

  apply(target: Callable, self: unknown, args: Arguments): unknown {
    return this.#runInSnapshot(applyInContext, this.#context, target, self, args);
  }
}

/** A generator's body runs in its steps, so each of them is bound as well. */
class GeneratorCalls implements CallHandler {
  readonly #calls: CallHandler;

  constructor(calls: CallHandler) {
    this.#calls = calls;
  }

  apply(target: Callable, self: unknown, args: Arguments): unknown {
    const generator = this.#calls.apply(target, self, args) as Record<string, Callable>;
    for (const step of ['next', 'return', 'throw'])
      generator[step] = new Proxy(generator[step] as Callable, this.#calls);
    return generator;
  }
}

function isContext(value: unknown): value is Context {
  return typeof (value as Partial<Context> | null | undefined)?.getValue === 'function';
}

function hasAll(value: unknown): boolean {
  return (value as BindOptions | null | undefined)?.all === true;
}

/**
 * Makes a function that runs another one later, in whatever thread of callbacks, under the context in which it was
 * bound. It keeps `this`, arguments, outcome, `name`, `length`, own properties and being asynchronous. A target that is
 * no function comes back as it is, and a second argument that is neither a context nor options is ignored. Never throws.
 *
 * @param context the context to run under; the active one by default.
 * @returns a function of the target's type. Where the target is an `async` function its promise settles one microtask
 * later than the target's own.
 */
export function bind<Target>(target: Target, options?: BindOptions): Target;
export function bind<Target>(target: Target, context: Context | undefined, options?: BindOptions): Target;
export function bind(target: unknown, given?: unknown, options?: unknown): unknown {
  if (typeof target !== 'function') return target;
  const context = isContext(given) ? given : contextApi.active();
  const calls = hasAll(given) || hasAll(options) ? new CallsInSnapshot(context) : new CallsInContext(context);
  const isGenerator = kindOf(target as Callable)?.endsWith('GeneratorFunction');
  return wrapFunction(target as Callable, isGenerator ? new GeneratorCalls(calls) : calls);
}
