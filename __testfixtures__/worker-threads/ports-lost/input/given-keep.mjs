import { parentPort } from 'node:worker_threads';
import { keep } from './given-away.mjs';

parentPort.on('message', (message) => {
  message.desk?.on('message', (book) => message.desk.postMessage(book));
  keep(message);
});
