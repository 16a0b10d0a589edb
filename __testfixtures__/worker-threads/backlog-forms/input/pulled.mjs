import { Worker } from 'node:worker_threads';

const waiting = [];
const idle = [];

// Workers ask for what waits; that it is an object is told by those who hand it in.
for (const name of ['left', 'right']) {
  const worker = new Worker(new URL('./print.mjs', import.meta.url), { name });
  worker.on('message', () => {
    const page = waiting.shift();
    if (page) worker.postMessage(page);
    else idle.push(worker);
  });
}

function hand(page) {
  const worker = idle.pop();
  if (worker) worker.postMessage(page);
  else waiting.push(page);
}

export const print = (title) => hand({ title });
export const printAll = (titles) => titles.forEach((title) => hand({ title }));
