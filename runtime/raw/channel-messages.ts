import type { ScriptExecutor } from '../executor/script-executor.js';
import { openInjected, takeInjected } from '../protocol/injected-message.js';
import type { OpenedMessage } from '../protocol/injected-message.js';
import { openEnvelope, sealMessage } from '../protocol/task-envelope.js';
import { restoreContext } from '../propagation/thread-context.js';
import { ROOT_CONTEXT } from '@opentelemetry/api';

/** What is sent in the place of a message: an injected one goes with its context as that is, not as a text map. */
export function sealInjected(executor: ScriptExecutor, message: unknown): unknown {
  const injected = takeInjected(message);
  // Tells the worker as well whether its spans are taken, if that has changed.
  const head = executor.head(injected?.context ?? ROOT_CONTEXT);
  if (!injected) return message;
  return head ? sealMessage(head, injected.message) : injected.message;
}

/** A message that the other side has injected, by either of the ways; `undefined` for a bare one. */
export function openReply(message: unknown): OpenedMessage | undefined {
  const envelope = openEnvelope(message);
  if (!envelope) return openInjected(message);
  const [carrier] = envelope.head;
  return { context: carrier ? restoreContext(carrier) : ROOT_CONTEXT, message: envelope.message };
}
