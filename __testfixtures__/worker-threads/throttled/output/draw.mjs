import { parentPort } from 'node:worker_threads';
import { inject } from 'traced-pool/context';

parentPort.on('message', (level) => parentPort.postMessage(inject(level)));
