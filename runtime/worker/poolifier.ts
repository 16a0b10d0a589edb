import { isMainThread, MessagePort } from 'node:worker_threads';
import { openEnvelope } from '../protocol/task-envelope.js';
import { OpenedMessages } from './opened-messages.js';
import type { OpenMessage } from './opened-messages.js';
import { runScript, takeScript } from './run-script.js';
import { setUpTracing } from './tracing.js';

/** Poolifier's message of a task; its thread pools send a port first, on which the tasks come. */
interface PoolifierMessage {
  readonly data?: unknown;
  readonly port?: unknown;
}

const open: OpenMessage = (message) => {
  const { data, port } = (message ?? {}) as PoolifierMessage;
  if (port instanceof MessagePort) messages.watchPort(port);
  const envelope = openEnvelope(data);
  if (!envelope) return openEnvelope(message);
  return { ...envelope, message: { ...(message as PoolifierMessage), data: envelope.message } };
};

const messages = new OpenedMessages(setUpTracing().recorder, open);
if (isMainThread) messages.watchProcess();
else messages.watchPort();
runScript(takeScript());
