import { parentPort } from 'node:worker_threads';
import './listened-log.mjs';

parentPort.on('message', ({ port }) => port.on('message', (page) => port.postMessage(page)));
