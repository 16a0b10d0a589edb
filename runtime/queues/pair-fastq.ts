import { context as contextApi, ROOT_CONTEXT } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import type { Callable } from '../call-handler.js';
import { wrapFunction } from '../wrap-function.js';
import type { AnyQueue, Delivery, Receive } from './delivery.js';
import { patchMethod } from './patch-method.js';

class Envelope implements Delivery {
  readonly item: unknown;
  readonly context: Context;

  constructor(item: unknown, context: Context) {
    this.item = item;
    this.context = context;
  }
}

const open = (value: unknown): unknown => (value instanceof Envelope ? value.item : value);

/**
 * Pairs the items of a fastq queue with their contexts (https://github.com/mcollina/fastq#api, read: 1.20.3). The queue
 * holds both in one value, which is opened wherever fastq gives a value out: so a context lives as long as its item.
 */
export function pairFastq(queue: AnyQueue): Receive {
  for (const name of ['push', 'unshift'])
    patchMethod(queue, name, (method, self, [item, ...rest]) =>
      Reflect.apply(method, self, [new Envelope(item, contextApi.active()), ...rest]),
    );
  patchMethod(queue, 'getQueue', (method, self, args) =>
    (Reflect.apply(method, self, args) as unknown[]).map(open),
  );
  patchMethod(queue, 'error', (method, self, [handler, ...rest]) => {
    const opening =
      typeof handler === 'function'
        ? wrapFunction(handler as Callable, {
            apply: (target, own, args) => Reflect.apply(target, own, Array.from(args, open)),
          })
        : handler;
    return Reflect.apply(method, self, [opening, ...rest]);
  });
  return (given) => (given instanceof Envelope ? given : { item: given, context: ROOT_CONTEXT });
}
