import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ leaf, list }) => {
  leaf?.on('message', (page) => leaf.postMessage(page));
  list?.on('message', (page) => list.postMessage(page));
});
