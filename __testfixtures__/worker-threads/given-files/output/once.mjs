import { TracedWorker } from 'traced-pool/context';

export function once(file, workerData) {
  return new Promise((resolve, reject) => {
    const worker = new TracedWorker(file, { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

class Helper extends TracedWorker {
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
