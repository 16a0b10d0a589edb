// One-shot workers behind a limit: each is started when another has ended, in the context of that one.
import { Worker } from 'node:worker_threads';

const file = new URL('./firework.mjs', import.meta.url);
const waiting = [];
let free = 2;

export function light(rocket) {
  return new Promise((resolve, reject) => {
    waiting.push({ rocket, resolve, reject });
    launch();
  });
}

function launch() {
  while (free > 0 && waiting.length > 0) {
    const { rocket, resolve, reject } = waiting.shift();
    free -= 1;
    const worker = new Worker(file, { workerData: rocket });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      free += 1;
      launch();
    });
  }
}
