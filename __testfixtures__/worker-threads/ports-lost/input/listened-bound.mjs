import { parentPort } from 'node:worker_threads';

class Reader {
  read({ port }) {
    port.on('message', (page) => port.postMessage(page));
  }
}

const reader = new Reader();
parentPort.on('message', reader.read.bind(reader));
