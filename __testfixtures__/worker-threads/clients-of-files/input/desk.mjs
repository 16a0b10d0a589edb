import { Worker } from 'node:worker_threads';

export function createDesk({ file, size }) {
  const workers = Array.from({ length: size }, () => new Worker(file));
  const calls = {};
  let count = 0;
  for (const worker of workers)
    worker.on('message', ({ id, value }) => {
      calls[id](value);
      delete calls[id];
    });
  const ask = (method, argument) =>
    new Promise((resolve) => {
      const id = count++;
      calls[id] = resolve;
      workers[id % size].postMessage({ id, method, argument });
    });
  ask.close = () => Promise.all(workers.map((worker) => worker.terminate()));
  return ask;
}
