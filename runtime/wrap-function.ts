import { types } from 'node:util';
import type { Callable, CallHandler } from './call-handler.js';

/* eslint-disable prefer-rest-params -- a function that has both parameters and as many arguments as it was given */
/** Asynchronous functions by their `length`, as to define one costs a microsecond. */
const ASYNC_BY_LENGTH: readonly ((target: Callable, handler: CallHandler) => Callable)[] = [
  (target, handler) =>
    async function (this: unknown) {
      return await handler.apply(target, this, [...arguments]);
    },
  (target, handler) =>
    async function (this: unknown, _first: unknown) {
      return await handler.apply(target, this, [...arguments]);
    },
  (target, handler) =>
    async function (this: unknown, _first: unknown, _second: unknown) {
      return await handler.apply(target, this, [...arguments]);
    },
];
/* eslint-enable prefer-rest-params */

function hasOwnProperties(target: object): boolean {
  return Object.keys(target).length > 0 || Object.getOwnPropertySymbols(target).length > 0;
}

/** For who asks `util.types.isAsyncFunction`, which takes no proxy for one. */
function wrapAsync(target: Callable, handler: CallHandler): Callable {
  const create = ASYNC_BY_LENGTH[target.length] ?? ASYNC_BY_LENGTH[0];
  const wrapped = (create as (typeof ASYNC_BY_LENGTH)[0])(target, handler);
  if (target.length !== wrapped.length || hasOwnProperties(target))
    Object.defineProperties(wrapped, Object.getOwnPropertyDescriptors(target));
  else if (target.name !== '')
    Object.defineProperty(wrapped, 'name', { value: target.name, configurable: true });
  // A function of another realm, as tests have them, has another prototype.
  const prototype: unknown = Object.getPrototypeOf(target);
  if (prototype !== Object.getPrototypeOf(wrapped))
    Object.setPrototypeOf(wrapped, prototype as object | null);
  return wrapped;
}

/**
 * Makes a function that looks like another in every way (`name`, `length`, being asynchronous, own properties) and
 * whose calls are made by a handler.
 */
export function wrapFunction(target: Callable, handler: CallHandler): Callable {
  if (!types.isAsyncFunction(target) || types.isGeneratorFunction(target)) return new Proxy(target, handler);
  return wrapAsync(target, handler);
}
