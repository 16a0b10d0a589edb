import { context as contextApi } from '@opentelemetry/api';
import type { Arguments, Callable } from '../call-handler.js';
import { wrapFunction } from '../wrap-function.js';
import { commonContext } from './common-context.js';
import type { AnyQueue, Receive } from './delivery.js';
import { ItemContexts } from './item-contexts.js';
import type { Waiting } from './item-contexts.js';
import { patchMethod } from './patch-method.js';
import { verdictsOf } from './removed-items.js';
import type { Node } from './removed-items.js';

/**
 * Pairs the items of a queue with their contexts without changing what the queue holds: `queue`, `priorityQueue`,
 * `cargo` and `cargoQueue` of async (https://caolan.github.io/async/v3/docs.html#queue, read: 1.5.2, 2.6.4, 3.2.6) and
 * neo-async (2.6.2), and others whose worker is given the very value that was pushed. It follows the order of the queue
 * among equal items.
 */
export function pairItems(queue: AnyQueue): Receive {
  const contexts = new ItemContexts();
  const isAsync = typeof queue.workersList === 'function';
  const hasPriority = isAsync && !('unshift' in queue);
  const { length } = queue;
  const countWaiting = (): unknown =>
    typeof length === 'function' ? (Reflect.apply(length, queue, []) as unknown) : undefined;

  const submit = (isInFront: boolean, method: Callable, self: unknown, args: Arguments): unknown => {
    const [data, priority] = args;
    const items: unknown[] = isAsync && Array.isArray(data) ? [...(data as unknown[])] : [data];
    const context = contextApi.active();
    // async 1 does without a default.
    const given = 'tasks' in queue ? priority : priority || 0;
    const added = items.map((item): [unknown, Waiting] => [
      item,
      hasPriority ? { context, priority: given } : { context },
    ]);
    for (const [item, waiting] of added)
      if (isInFront) contexts.prepend(item, waiting);
      else contexts.append(item, waiting);
    const before = countWaiting();
    let hasThrown = true;
    try {
      const result: unknown = Reflect.apply(method, self, args);
      hasThrown = false;
      return result;
    } finally {
      // Refused, or ignored as neo-async does with `undefined`.
      if (before === undefined ? hasThrown : countWaiting() === before)
        for (const [item, waiting] of added) contexts.withdraw(item, waiting);
    }
  };
  for (const name of ['push', 'pushAsync']) patchMethod(queue, name, submit.bind(undefined, false));
  for (const name of ['unshift', 'unshiftAsync']) patchMethod(queue, name, submit.bind(undefined, true));
  patchMethod(queue, 'kill', (method, self, args) => {
    const result: unknown = Reflect.apply(method, self, args);
    contexts.clear();
    return result;
  });
  patchMethod(queue, 'remove', (method, self, [test, ...rest]) => {
    if (typeof test !== 'function') return Reflect.apply(method, self, [test, ...rest]);
    const judged: [Node, boolean][] = [];
    const judging = wrapFunction(test as Callable, {
      apply(target, own, args) {
        const isRemoved: unknown = Reflect.apply(target, own, args);
        judged.push([args[0] as Node, Boolean(isRemoved)]);
        return isRemoved;
      },
    });
    try {
      return Reflect.apply(method, self, [judging, ...rest]);
    } finally {
      for (const [item, verdicts] of verdictsOf(judged)) contexts.remove(item, verdicts);
    }
  });
  return (given) => {
    let context = contexts.take(given);
    if (!context && Array.isArray(given)) context = commonContext(given.map((item) => contexts.take(item)));
    // Whatever was taken out behind our back.
    if (isAsync && countWaiting() === 0) contexts.clear();
    return { item: given, context: context ?? commonContext([]) };
  };
}
