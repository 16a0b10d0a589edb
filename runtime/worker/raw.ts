import { resolve } from 'node:path';
import { context } from '@opentelemetry/api';
import { setUpRawWorker } from './raw-start.js';
import { runScript, takeScript } from './run-script.js';

// What a worker starts instead of the user's script, where the application talks to it by hand.
const start = setUpRawWorker();
const script = takeScript();

function run(): void {
  if (script.startsWith('data:')) {
    process.argv[1] = script;
    void import(script);
  } else runScript(resolve(script));
}

if (start) context.with(start, run);
else run();
