import { parentPort } from 'node:worker_threads';
import { inject } from 'traced-pool/context';

parentPort.on('message', (message) => parentPort.postMessage(inject(message)));
