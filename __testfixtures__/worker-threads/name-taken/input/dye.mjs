import { parentPort } from 'node:worker_threads';
import { bind } from 'traced-pool/context';

parentPort.on('message', ({ cloth }) => setTimeout(bind(() => parentPort.postMessage(cloth)), 5));
