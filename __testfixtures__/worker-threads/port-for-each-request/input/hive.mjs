import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

parentPort.on('message', ({ flower, answer }) => {
  trace.getTracer('hive').startSpan('gather', { attributes: { flower } }).end();
  answer.postMessage(`${flower} honey`);
});
