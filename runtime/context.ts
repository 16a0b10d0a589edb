import { context as contextApi } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import { tracedFork as fork, TracedWorker as Worker } from '#workers';
import { isMessageEvent, withData } from './protocol/event-data.js';
import { injectMessage, openInjected } from './protocol/injected-message.js';

export { bind } from './bind.js';
export type { BindOptions } from './bind.js';
export { bindCalls } from './queues/bind-calls.js';
export { bindQueue } from './queues/bind-queue.js';

/** See `raw/worker.ts`; in a browser, which has no such workers, it cannot be constructed. */
export const TracedWorker: typeof import('./raw/worker.js').TracedWorker = Worker;
export type TracedWorker = import('./raw/worker.js').TracedWorker;
export type { TracedWorkerOptions } from './raw/worker.js';

/** See `raw/fork.ts`; in a browser, which has no processes, it throws. */
export const tracedFork: typeof import('./raw/fork.js').tracedFork = fork;

type Listener = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Puts a context beside a message, for a channel that the application itself reads with {@link extract}: the carrier
 * is a text map by the registered propagator, or W3C Trace Context and Baggage where none is registered. What has been
 * injected in this thread already, such as before it waited in a backlog, keeps the context that it has; what was
 * injected outside of any keeps none.
 *
 * @param context the context to send; the active one by default.
 * @returns an opaque envelope, or the message itself where there is no SDK and nothing to send. It keeps the message's
 * type so that typed channels take it.
 */
export function inject<Message>(message: Message, context?: Context): Message {
  return injectMessage(message, context) as Message;
}

const extracting = new WeakMap<object, Listener>();

function createExtracting(listener: Listener): Listener {
  return function (this: unknown, ...args: unknown[]): unknown {
    const [first, ...rest] = args;
    const opened = openInjected(isMessageEvent(first) ? first.data : first);
    if (!opened) return listener.apply(this, args);
    const { context, message } = opened;
    return contextApi.with(
      context,
      listener,
      this,
      isMessageEvent(first) ? withData(first, message) : message,
      ...rest,
    );
  };
}

/**
 * Makes a listener, or a task's handler, that opens what {@link inject} sent: the original runs in the context of the
 * sender and sees the bare message, be it given by itself (`on`, `once`) or as the `data` of an event (`onmessage`,
 * `addEventListener`). A message that was not injected passes through untouched, and one without a context runs in that
 * of the listener; an oversized or malformed carrier means no parent.
 *
 * @returns the same function each time for the same listener, so that it can be removed: `off('message', extract(listener))`.
 */
export function extract<Given extends (this: never, ...args: never[]) => unknown>(listener: Given): Given {
  const original = listener as unknown as Listener;
  let found = extracting.get(original);
  if (!found) {
    found = createExtracting(original);
    extracting.set(original, found);
  }
  return found as unknown as Given;
}
