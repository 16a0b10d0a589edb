import { parentPort, workerData } from 'node:worker_threads';
import { inject } from 'traced-pool/context';

parentPort.on('message', ({ count }) => parentPort.postMessage(inject(`${workerData} x${count}`)));
