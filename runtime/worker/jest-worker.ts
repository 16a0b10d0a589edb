import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { openEnvelope } from '../protocol/task-envelope.js';
import { OpenedMessages } from './opened-messages.js';
import { runScript } from './run-script.js';
import { setUpTracing } from './tracing.js';

/** What jest-worker's workers start with: it lies elsewhere in 29 and in 30. */
function findChildScript(): string {
  const folder = dirname(require.resolve('jest-worker'));
  const name = isMainThread ? 'processChild.js' : 'threadChild.js';
  const paths = [join(folder, name), join(folder, 'workers', name)];
  return paths.find((path) => existsSync(path)) ?? (paths[0] as string);
}

const messages = new OpenedMessages(setUpTracing().recorder, openEnvelope);
if (isMainThread) messages.watchProcess();
else messages.watchPort();
runScript(findChildScript());
