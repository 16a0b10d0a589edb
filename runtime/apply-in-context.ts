import { context as contextApi } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import type { Arguments, Callable } from './call-handler.js';

const apply: (target: Callable, self: unknown, args: Arguments) => unknown = Reflect.apply;

/** Calls a function in a context, `this` and all; at next to no cost where that context is the active one. */
export function applyInContext(context: Context, target: Callable, self: unknown, args: Arguments): unknown {
  if (contextApi.active() === context) return apply(target, self, args);
  // A context manager may make a `null` of an absent `this`, or a new function to hold one.
  return contextApi.with(context, apply, undefined, target, self, args);
}
