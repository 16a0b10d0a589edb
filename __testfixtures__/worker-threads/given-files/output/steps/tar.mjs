import { parentPort, workerData } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { inject } from 'traced-pool/context';

trace.getTracer('tar').startSpan(`tar ${workerData}`).end();
parentPort.postMessage(inject(`${workerData}, tarred`));
