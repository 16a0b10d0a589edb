import { isMainThread } from 'node:worker_threads';
import { openEnvelope } from '../protocol/task-envelope.js';
import { OpenedMessages } from './opened-messages.js';
import { runScript, takeScript } from './run-script.js';
import { setUpTracing } from './tracing.js';

// What a pool starts instead of the user's script, where the script itself talks to the pool.
const messages = new OpenedMessages(setUpTracing().recorder, openEnvelope);
if (isMainThread) messages.watchProcess();
else messages.watchPort();
runScript(takeScript());
