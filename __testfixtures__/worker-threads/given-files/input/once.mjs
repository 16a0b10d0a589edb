import { Worker } from 'node:worker_threads';

export function once(file, workerData) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

class Helper extends Worker {
  constructor(name) {
    super(stepNamed(name));
  }
}

class Polisher extends Helper {
  constructor() {
    super('polish');
  }
}

export const stepNamed = (name) => new URL(`./steps/${name}.mjs`, import.meta.url);
export const polisher = new Polisher();
