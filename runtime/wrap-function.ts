import type { Callable, CallHandler } from './call-handler.js';

/* eslint-disable prefer-rest-params -- a function that has both parameters and as many arguments as it was given */
/** Asynchronous functions by their `length`: to define that, or to copy the arguments, costs more than the call. */
const ASYNC_BY_LENGTH: readonly ((target: Callable, handler: CallHandler) => Callable)[] = [
  (target, handler) =>
    async function (this: unknown) {
      return await handler.apply(target, this, arguments);
    },
  (target, handler) =>
    async function (this: unknown, _first: unknown) {
      return await handler.apply(target, this, arguments);
    },
  (target, handler) =>
    async function (this: unknown, _first: unknown, _second: unknown) {
      return await handler.apply(target, this, arguments);
    },
];
/* eslint-enable prefer-rest-params */

/** `AsyncFunction` and the like, nothing for a plain function; asking `util.types` takes ten times as long. */
export function kindOf(target: Callable): string | undefined {
  return (target as { readonly [Symbol.toStringTag]?: string })[Symbol.toStringTag];
}

function hasOwnProperties(target: object): boolean {
  return Object.keys(target).length > 0 || Object.getOwnPropertySymbols(target).length > 0;
}

/** For who asks `util.types.isAsyncFunction`, which takes no proxy for one. */
function wrapAsync(target: Callable, handler: CallHandler): Callable {
  const create = ASYNC_BY_LENGTH[target.length];
  const wrapped = (create ?? (ASYNC_BY_LENGTH[0] as typeof create & object))(target, handler);
  if (!create || hasOwnProperties(target))
    Object.defineProperties(wrapped, Object.getOwnPropertyDescriptors(target));
  else if (target.name !== '')
    Object.defineProperty(wrapped, 'name', { value: target.name, configurable: true });
  return wrapped;
}

/**
 * Makes a function that looks like another in every way (`name`, `length`, being asynchronous, own properties) and
 * whose calls are made by a handler.
 */
export function wrapFunction(target: Callable, handler: CallHandler): Callable {
  return kindOf(target) === 'AsyncFunction' ? wrapAsync(target, handler) : new Proxy(target, handler);
}
