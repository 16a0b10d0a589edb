import { parentPort, workerData } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

trace.getTracer('tar').startSpan(`tar ${workerData}`).end();
parentPort.postMessage(`${workerData}, tarred`);
