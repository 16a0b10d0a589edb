import { parentPort, workerData } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { inject } from 'traced-pool/context';

const tracer = trace.getTracer('keeper');
parentPort.on('message', ({ name }) => {
  tracer.startSpan(`log ${name}`).end();
  parentPort.postMessage(inject(`${name} logged`));
});
for (const lamp of workerData.lamps) lamp.on('message', (message) => lamp.postMessage(`flash ${message.name}`));
