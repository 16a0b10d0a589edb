import { parentPort } from 'node:worker_threads';
import { inject } from 'traced-pool/context';

parentPort.on('message', (guest) => parentPort.postMessage(inject(`${guest} is in`)));
