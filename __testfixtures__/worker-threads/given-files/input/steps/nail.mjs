import { parentPort, workerData } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

trace.getTracer('nail').startSpan(`nail ${workerData}`).end();
parentPort.postMessage(`${workerData}, nailed`);
