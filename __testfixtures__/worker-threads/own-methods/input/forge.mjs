import { Worker } from 'node:worker_threads';

export class Counting extends Worker {
  count = 0;

  postMessage(message) {
    this.count += message.weight;
    super.postMessage(message);
  }
}

class Bellows extends Worker {
  constructor() {
    super('./blow.mjs');
  }
}

const bellows = new Bellows();
const { postMessage } = bellows;
bellows.postMessage = (message) => postMessage.call(bellows, { weight: message.weight });
export const blow = (weight) => bellows.postMessage({ weight });
export const count = (file, weight) => new Counting(file).postMessage({ weight });
