import { diag, ROOT_CONTEXT } from '@opentelemetry/api';
import { applyInContext } from '../apply-in-context.js';
import type { Callable, CallHandler } from '../call-handler.js';
import { wrapFunction } from '../wrap-function.js';
import { pairItems } from './pair-items.js';
import { pairBetterQueue } from './pair-better-queue.js';
import type { AnyQueue, Receive } from './delivery.js';
import { pairFastq } from './pair-fastq.js';

let hasWarned = false;

function pair(queue: unknown): Receive | undefined {
  const known = queue as AnyQueue | null | undefined;
  if (typeof known?.push !== 'function') {
    if (!hasWarned) diag.warn('bindQueue() was given no queue: what was built has no method push()');
    hasWarned = true;
    return undefined;
  }
  if (typeof known.killAndDrain === 'function') return pairFastq(known);
  if (typeof known.getStats === 'function') return pairBetterQueue(known);
  return pairItems(known);
}

function bindWorker(worker: unknown, calls: CallHandler): unknown {
  if (typeof worker === 'function') return wrapFunction(worker as Callable, calls);
  const { process } = (worker ?? {}) as { readonly process?: unknown };
  if (typeof process !== 'function') return worker;
  const value = wrapFunction(process as Callable, calls);
  const descriptors = Object.getOwnPropertyDescriptors(worker as object);
  return Object.create(Object.getPrototypeOf(worker) as object | null, {
    ...descriptors,
    process: { value, configurable: true, enumerable: true, writable: true },
  }) as unknown;
}

/**
 * Builds a queue whose worker runs each item under the context in which that item was pushed: fastq, the queues of
 * `async`, `neo-async` and `better-queue`. What the worker, callbacks, hooks and methods of the queue see stays as it
 * was. Items of several contexts that are worked on in one call, and an item of which nothing is known, run under the
 * root context.
 *
 * Where the job itself is queued, as by p-queue, use `bind`; where a function is wrapped, `bindCalls`.
 *
 * @param create builds the queue, at once, with its worker, or its options with a function `process`, passed through
 * `bound`. What it throws is thrown.
 * @returns the very object that `create` returned. One without a method `push` is left as it is, with one warning to
 * `diag`.
 */
export function bindQueue<Queue>(create: (bound: <Worker>(worker: Worker) => Worker) => Queue): Queue {
  let receive: Receive | undefined = (item) => ({ item, context: ROOT_CONTEXT });
  const calls: CallHandler = {
    apply(target, self, args) {
      if (!receive) return Reflect.apply(target, self, args);
      const { item, context } = receive(args[0]);
      if (args.length > 0) args[0] = item;
      return applyInContext(context, target, self, args);
    },
  };
  let isBound = false;
  const queue = create(<Worker>(worker: Worker) => {
    const own = bindWorker(worker, calls);
    isBound ||= own !== worker;
    return own as Worker;
  });
  // Items that no worker of ours opens must stay what they are.
  receive = isBound ? pair(queue) : undefined;
  return queue;
}
