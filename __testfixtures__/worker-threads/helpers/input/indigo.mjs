import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

parentPort.on('message', (cloth) => {
  trace.getTracer('indigo').startSpan('dye', { attributes: { cloth } }).end();
  parentPort.postMessage({ cloth, colour: `blue ${cloth}` });
});
