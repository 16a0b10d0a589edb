import { parentPort } from 'node:worker_threads';

parentPort.on('message', (ship) => parentPort.postMessage(ship));
