// What other workers do with their ports is nothing to this one.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', (page) => parentPort.postMessage(page));
