import { Worker } from 'node:worker_threads';
import { TracedWorker } from 'traced-pool/context';

export class Counting extends Worker {
  count = 0;

  postMessage(message) {
    this.count += message.weight;
    super.postMessage(message);
  }
}

class Bellows extends TracedWorker {
  constructor() {
    super('./blow.mjs');
  }
}

const bellows = new Bellows();
const { postMessage } = bellows;
bellows.postMessage = (message) => postMessage.call(bellows, { weight: message.weight });
export const blow = (weight) => bellows.postMessage({ weight });
export const count = (file, weight) => new Counting(file).postMessage({ weight });
