import { context as contextApi, ROOT_CONTEXT } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import type { EventEmitter } from 'node:events';
import { commonContext } from './common-context.js';
import type { AnyQueue, Receive } from './delivery.js';
import { patchMethod } from './patch-method.js';

interface Ticket extends EventEmitter {
  readonly isFinished: boolean;
}

function isTicket(value: unknown): value is Ticket {
  return typeof (value as Partial<Ticket> | null | undefined)?.once === 'function';
}

/**
 * Pairs the tasks of a better-queue with their contexts (https://github.com/diamondio/better-queue#readme, read:
 * 3.8.12). A ticket tells that its task has started, at each try anew, right before the process function is called; a
 * task into which others were merged has several tickets, one from a store of an earlier process has none.
 */
export function pairBetterQueue(queue: AnyQueue): Receive {
  const followed = new WeakSet<Ticket>();
  let started: Context[] = [];
  const follow = (ticket: Ticket): void => {
    followed.add(ticket);
    if (ticket.isFinished) return;
    const context = contextApi.active();
    const start = (): void => void started.push(context);
    const end = (): void => {
      for (const [event, listener] of Object.entries({ started: start, finish: end, failed: end }))
        ticket.off(event, listener);
    };
    ticket.on('started', start).on('finish', end).on('failed', end);
  };
  patchMethod(queue, 'push', (method, self, args) => {
    const ticket: unknown = Reflect.apply(method, self, args);
    // Once connected to its store, a queue pushes the tickets of who came before again.
    if (isTicket(ticket) && !followed.has(ticket)) follow(ticket);
    return ticket;
  });
  return (item) => {
    const contexts = started;
    started = [];
    const count = queue.batchSize !== 1 && Array.isArray(item) ? item.length : 1;
    return { item, context: contexts.length < count ? ROOT_CONTEXT : commonContext(contexts) };
  };
}
