import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { inject } from 'traced-pool/context';

parentPort.on('message', ({ id, plank }) => {
  trace.getTracer('saw').startSpan(`saw ${plank}`).end();
  parentPort.postMessage(inject({ id, done: `${plank} sawn` }));
});
