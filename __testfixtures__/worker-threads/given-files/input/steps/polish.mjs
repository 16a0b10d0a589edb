import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

parentPort.on('message', (plank) => {
  trace.getTracer('polish').startSpan(`polish ${plank}`).end();
  parentPort.postMessage(`${plank} polished`);
});
