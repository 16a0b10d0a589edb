import { parentPort, workerData } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { inject } from 'traced-pool/context';

trace.getTracer('fire').startSpan('fire', { attributes: { pot: workerData.pot } }).end();
parentPort.postMessage(inject(`a fired ${workerData.pot}`));
