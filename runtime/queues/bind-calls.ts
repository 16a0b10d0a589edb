import { context as contextApi, diag, ROOT_CONTEXT } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import { applyInContext } from '../apply-in-context.js';
import type { Callable, CallHandler } from '../call-handler.js';
import { wrapFunction } from '../wrap-function.js';

class Caller {
  readonly context: Context;

  constructor(context: Context) {
    this.context = context;
  }
}

let hasWarned = false;

const openingCalls: CallHandler = {
  apply(target, self, args) {
    const [caller, ...rest] = args;
    if (caller instanceof Caller) return applyInContext(caller.context, target, self, rest);
    return applyInContext(ROOT_CONTEXT, target, self, args);
  },
};

const callerFirst: CallHandler = {
  apply: (target, self, args) => Reflect.apply(target, self, [new Caller(contextApi.active()), ...args]),
};

const callerSecond: CallHandler = {
  apply: (target, self, [options, ...args]) =>
    Reflect.apply(target, self, [options, new Caller(contextApi.active()), ...args]),
};

function bound<Callee>(callee: Callee): Callee {
  return typeof callee === 'function' ? (wrapFunction(callee as Callable, openingCalls) as Callee) : callee;
}

/**
 * Builds a function that calls another one later, with the arguments of its own call, and lets each of these calls run
 * under the context in which it was asked for: `limiter.wrap(bound(resize))` of Bottleneck
 * (https://github.com/SGrondin/bottleneck#wrap, read: 2.19.5), `throat(1, bound(resize))`. `withOptions` of Bottleneck is
 * bound as well. The function between the two must hand its arguments on as they are; it is given one more, the first,
 * which its own events may show.
 *
 * @param create builds the outer function, at once, with the one to be called passed through `bound`. What it throws is
 * thrown.
 * @returns a function with `this`, outcome, `name`, `length` and own properties of the one that `create` returned. What
 * is no function comes back as it is, with one warning to `diag`.
 */
export function bindCalls<Calls>(create: (bound: <Callee>(callee: Callee) => Callee) => Calls): Calls {
  const outer = create(bound);
  if (typeof outer !== 'function') {
    if (!hasWarned) diag.warn('bindCalls() was given no function to call');
    hasWarned = true;
    return outer;
  }
  const { withOptions } = outer as { readonly withOptions?: unknown };
  const calls = wrapFunction(outer as Callable, callerFirst);
  if (typeof withOptions !== 'function') return calls as Calls;
  const own = wrapFunction(withOptions as Callable, callerSecond);
  return new Proxy(calls, {
    get: (target, key, receiver) =>
      key === 'withOptions' ? own : (Reflect.get(target, key, receiver) as unknown),
  }) as Calls;
}
