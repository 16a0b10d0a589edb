// What other workers do with their ports is nothing to this one.
import { parentPort } from 'node:worker_threads';
import { inject } from 'traced-pool/context';

parentPort.on('message', (page) => parentPort.postMessage(inject(page)));
