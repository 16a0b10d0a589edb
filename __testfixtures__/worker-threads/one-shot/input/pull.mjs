import { parentPort, workerData } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

const { plate } = workerData;
trace.getTracer('pull').startActiveSpan('pull', { attributes: { plate } }, async (span) => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  span.end();
  parentPort.postMessage([plate, process.argv.slice(2), Object.keys(workerData)]);
});
