import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { inject } from 'traced-pool/context';

parentPort.on('message', (plank) => {
  trace.getTracer('polish').startSpan(`polish ${plank}`).end();
  parentPort.postMessage(inject(`${plank} polished`));
});
