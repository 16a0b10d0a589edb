import { parentPort, workerData } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

trace.getTracer('fire').startSpan('fire', { attributes: { pot: workerData.pot } }).end();
parentPort.postMessage(`a fired ${workerData.pot}`);
