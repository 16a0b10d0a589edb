import { TracedWorker, inject } from 'traced-pool/context';

const waiting = [];
const idle = [];

// Workers ask for what waits; that it is an object is told by those who hand it in.
for (const name of ['left', 'right']) {
  const worker = new TracedWorker(new URL('./print.mjs', import.meta.url), { name });
  worker.on('message', () => {
    const page = waiting.shift();
    if (page) worker.postMessage(page);
    else idle.push(worker);
  });
}

function hand(page) {
  const worker = idle.pop();
  if (worker) worker.postMessage(inject(page));
  else waiting.push(inject(page));
}

export const print = (title) => hand({ title });
export const printAll = (titles) => titles.forEach((title) => hand({ title }));
