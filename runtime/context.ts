import { context as contextApi, propagation, ROOT_CONTEXT } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import { extractW3C, injectW3C } from './w3c.js';
import type { TextMapCarrier } from './w3c.js';

export { bind } from './bind.js';
export type { BindOptions } from './bind.js';
export { bindCalls } from './queues/bind-calls.js';
export { bindQueue } from './queues/bind-queue.js';

const CARRIER_KEY = 'traced-pool.carrier';

interface InjectedMessage {
  readonly [CARRIER_KEY]: TextMapCarrier;
  readonly message: unknown;
}

function isInjected(value: unknown): value is InjectedMessage {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, CARRIER_KEY)) return false;
  const carrier = (value as InjectedMessage)[CARRIER_KEY] as unknown;
  return typeof carrier === 'object' && carrier !== null;
}

function hasPropagator(): boolean {
  return propagation.fields().length > 0;
}

/**
 * Puts a context beside a message, for a channel that the application itself reads with {@link extract}: the carrier
 * is a text map by the registered propagator, or W3C Trace Context and Baggage where none is registered.
 *
 * @param context the context to send; the active one by default.
 * @returns an opaque envelope, or the message itself where there is nothing to send. It keeps the message's type so
 * that typed channels take it.
 */
export function inject<Message>(message: Message, context: Context = contextApi.active()): Message {
  const carrier: TextMapCarrier = {};
  if (hasPropagator()) propagation.inject(context, carrier);
  else injectW3C(context, carrier);
  if (Object.keys(carrier).length === 0) return message;
  return { [CARRIER_KEY]: carrier, message } as Message;
}

function openCarrier(carrier: TextMapCarrier): Context {
  try {
    return hasPropagator() ? propagation.extract(ROOT_CONTEXT, carrier) : extractW3C(carrier);
  } catch {
    return ROOT_CONTEXT;
  }
}

/**
 * Makes a listener, or a task's handler, that opens what {@link inject} sent: the original runs in the context of the
 * sender and sees the bare message. A message that was not injected passes through untouched; a malformed carrier
 * means no parent.
 */
export function extract<Listener extends (this: never, ...args: never[]) => unknown>(
  listener: Listener,
): Listener {
  const extracting = function (this: unknown, ...args: unknown[]): unknown {
    const [first, ...rest] = args;
    const target = listener as unknown as (this: unknown, ...args: unknown[]) => unknown;
    if (!isInjected(first)) return target.apply(this, args);
    return contextApi.with(openCarrier(first[CARRIER_KEY]), target, this, first.message, ...rest);
  };
  return extracting as unknown as Listener;
}
