import { createRequire } from 'node:module';
import { openEnvelope } from '../protocol/task-envelope.js';
import { OpenedMessages } from './opened-messages.js';
import { runScript, takeScript } from './run-script.js';
import { setUpTracing } from './tracing.js';

/** As threads.js does, where ts-node is installed. */
function registerTypeScript(script: string): void {
  const scriptRequire = createRequire(script);
  let register: string;
  try {
    register = scriptRequire.resolve('ts-node/register/transpile-only');
  } catch {
    return;
  }
  scriptRequire(register);
}

new OpenedMessages(setUpTracing().recorder, openEnvelope).watchPort();
const script = takeScript();
if (/\.tsx?$/i.test(script)) registerTypeScript(script);
runScript(script);
