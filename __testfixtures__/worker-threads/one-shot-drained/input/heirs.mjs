// The same with a subclass, which starts its thread when it is constructed.
import { Worker } from 'node:worker_threads';

class Firecracker extends Worker {
  constructor(rocket) {
    super(new URL('./firework.mjs', import.meta.url), { workerData: rocket });
  }
}

const waiting = [];
let isBusy = false;

export function crack(rocket) {
  return new Promise((resolve) => {
    waiting.push({ rocket, resolve });
    next();
  });
}

function next() {
  const entry = isBusy ? undefined : waiting.shift();
  if (!entry) return;
  isBusy = true;
  new Firecracker(entry.rocket).once('message', entry.resolve).once('exit', () => {
    isBusy = false;
    next();
  });
}
