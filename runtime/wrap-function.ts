import { types } from 'node:util';
import type { Callable, CallHandler } from './call-handler.js';

function isSame(own: PropertyDescriptor | undefined, other: PropertyDescriptor | undefined): boolean {
  return own !== undefined && 'value' in own && own.value === other?.value;
}

/** Each definition costs a microsecond, so only what differs is defined. */
function copyShape(source: object, target: object): void {
  for (const key of Reflect.ownKeys(source)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(source, key);
    if (descriptor && !isSame(descriptor, Reflect.getOwnPropertyDescriptor(target, key)))
      Object.defineProperty(target, key, descriptor);
  }
  // A function of another realm, as tests have them, has another prototype.
  const prototype: unknown = Object.getPrototypeOf(source);
  if (prototype !== Object.getPrototypeOf(target)) Object.setPrototypeOf(target, prototype as object | null);
}

/** For who asks `util.types.isAsyncFunction`, which takes no proxy for one. */
function createAsyncFunction(target: Callable, handler: CallHandler): Callable {
  return async function (this: unknown, ...args: unknown[]): Promise<unknown> {
    return await handler.apply(target, this, args);
  };
}

/**
 * Makes a function that looks like another in every way (`name`, `length`, being asynchronous, own properties) and
 * whose calls are made by a handler.
 */
export function wrapFunction(target: Callable, handler: CallHandler): Callable {
  if (!types.isAsyncFunction(target) || types.isGeneratorFunction(target)) return new Proxy(target, handler);
  const wrapped = createAsyncFunction(target, handler);
  copyShape(target, wrapped);
  return wrapped;
}
