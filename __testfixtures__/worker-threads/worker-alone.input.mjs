// Who starts this nobody knows.
import { parentPort, workerData } from 'node:worker_threads';

parentPort.on('message', (message) => parentPort.postMessage({ message, workerData }));
