import { parentPort, workerData } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { inject } from 'traced-pool/context';

trace.getTracer('nail').startSpan(`nail ${workerData}`).end();
parentPort.postMessage(inject(`${workerData}, nailed`));
