import { parentPort, workerData } from 'node:worker_threads';

parentPort.on('message', ({ count }) => parentPort.postMessage(`${workerData} x${count}`));
