import { context as contextApi, createContextKey, diag, propagation, ROOT_CONTEXT } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import { extractW3C, injectW3C } from './w3c.js';
import type { TextMapCarrier } from './w3c.js';

const CARRIER_KEY = 'traced-pool.carrier';
/** Eight times what W3C Baggage may take; more is no context but a load. */
const MAX_CARRIER_LENGTH = 65_536;

interface InjectedMessage {
  readonly [CARRIER_KEY]: TextMapCarrier;
  readonly message: unknown;
}

/** A message, and the context that it was injected with. */
export interface OpenedMessage {
  readonly context: Context;
  readonly message: unknown;
}

/** What was injected in this thread and not yet sent: for who sends it by a channel that takes contexts as they are. */
const contexts = new WeakMap<object, Context>();

const PROBE = ROOT_CONTEXT.setValue(createContextKey('traced-pool.probe'), true);

/** Whether anything is ever in a context here: without an SDK nothing is, and nothing can be mistaken for another's. */
function hasContexts(): boolean {
  return contextApi.active() !== ROOT_CONTEXT || contextApi.with(PROBE, () => contextApi.active() === PROBE);
}

function hasPropagator(): boolean {
  return propagation.fields().length > 0;
}

function isInjected(value: unknown): value is InjectedMessage {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, CARRIER_KEY)) return false;
  const carrier = (value as InjectedMessage)[CARRIER_KEY] as unknown;
  return typeof carrier === 'object' && carrier !== null;
}

/** Writes a context as a text map by the registered propagator, W3C where none is registered. */
function toCarrier(context: Context): TextMapCarrier {
  const carrier: TextMapCarrier = {};
  try {
    if (hasPropagator()) propagation.inject(context, carrier);
    else injectW3C(context, carrier);
  } catch (error) {
    diag.error('traced-pool: the context of a message could not be injected', error);
  }
  return carrier;
}

function isOversized(carrier: TextMapCarrier): boolean {
  let length = 0;
  for (const [key, value] of Object.entries(carrier)) {
    length += key.length + String(value).length;
    if (length > MAX_CARRIER_LENGTH) return true;
  }
  return false;
}

/** Undoes {@link toCarrier}; what is oversized or malformed gives no parent, never an error. */
function fromCarrier(carrier: TextMapCarrier): Context {
  try {
    if (isOversized(carrier)) return ROOT_CONTEXT;
    return hasPropagator() ? propagation.extract(ROOT_CONTEXT, carrier) : extractW3C(carrier);
  } catch {
    return ROOT_CONTEXT;
  }
}

/** Whether a value was injected in this thread; what others sent may only look like it. */
function hasContext(value: unknown): boolean {
  return typeof value === 'object' && value !== null && contexts.has(value);
}

/**
 * Puts a context beside a message; the message itself where one is there already, or nothing has ever one. What is injected
 * outside of any request is so for good, and not part of the request that it may be sent in later: its carrier is empty.
 * Undone by {@link openInjected}.
 */
export function injectMessage(message: unknown, context: Context = contextApi.active()): unknown {
  if (hasContext(message)) return message;
  const carrier = toCarrier(context);
  if (Object.keys(carrier).length === 0 && !hasContexts()) return message;
  const injected = { [CARRIER_KEY]: carrier, message };
  contexts.set(injected, context);
  return injected;
}

function open(value: InjectedMessage, context: Context | undefined): OpenedMessage {
  const { [CARRIER_KEY]: carrier, message } = value;
  // What comes from no request is told of where a bare message would be.
  const isEmpty = Object.keys(carrier).length === 0;
  return { context: context ?? (isEmpty ? contextApi.active() : fromCarrier(carrier)), message };
}

/** Undoes {@link injectMessage}; `undefined` for what was not injected. */
export function openInjected(value: unknown): OpenedMessage | undefined {
  return isInjected(value) ? open(value, undefined) : undefined;
}

/** The same for who sends it on by another way, with the very context that it was injected with in this thread. */
export function takeInjected(value: unknown): OpenedMessage | undefined {
  return isInjected(value) ? open(value, contexts.get(value)) : undefined;
}
