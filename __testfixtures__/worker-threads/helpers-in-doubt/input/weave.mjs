import { parentPort } from 'node:worker_threads';

parentPort.on('message', (thread) => parentPort.postMessage(thread.length));
