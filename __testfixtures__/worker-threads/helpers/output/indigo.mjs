import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { inject } from 'traced-pool/context';

parentPort.on('message', (cloth) => {
  trace.getTracer('indigo').startSpan('dye', { attributes: { cloth } }).end();
  parentPort.postMessage(inject({ cloth, colour: `blue ${cloth}` }));
});
