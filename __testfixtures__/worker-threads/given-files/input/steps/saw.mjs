import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

parentPort.on('message', ({ id, plank }) => {
  trace.getTracer('saw').startSpan(`saw ${plank}`).end();
  parentPort.postMessage({ id, done: `${plank} sawn` });
});
