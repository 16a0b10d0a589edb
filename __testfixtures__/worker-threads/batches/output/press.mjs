import { parentPort } from 'node:worker_threads';
import { inject } from 'traced-pool/context';

parentPort.on('message', (pages) => parentPort.postMessage(inject(pages.length)));
