import { workerData } from 'node:worker_threads';

workerData.gate.on('message', (water) => workerData.gate.postMessage(water));
