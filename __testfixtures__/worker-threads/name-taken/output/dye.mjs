import { parentPort } from 'node:worker_threads';
import { bind, inject } from 'traced-pool/context';

parentPort.on('message', ({ cloth }) => setTimeout(bind(() => parentPort.postMessage(inject(cloth))), 5));
