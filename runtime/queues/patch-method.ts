import type { Callable, CallHandler } from '../call-handler.js';
import { wrapFunction } from '../wrap-function.js';
import type { AnyQueue } from './delivery.js';

/** Replaces a method of one object in place; without effect where there is no such method. */
export function patchMethod(queue: AnyQueue, name: PropertyKey, apply: CallHandler['apply']): void {
  const method = queue[name];
  if (typeof method !== 'function') return;
  Reflect.defineProperty(queue, name, {
    configurable: true,
    enumerable: Object.prototype.propertyIsEnumerable.call(queue, name),
    writable: true,
    value: wrapFunction(method as Callable, { apply }),
  });
}
