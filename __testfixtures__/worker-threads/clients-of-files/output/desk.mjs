import { TracedWorker, inject } from 'traced-pool/context';

export function createDesk({ file, size }) {
  const workers = Array.from({ length: size }, () => new TracedWorker(file));
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
      workers[id % size].postMessage(inject({ id, method, argument }));
    });
  ask.close = () => Promise.all(workers.map((worker) => worker.terminate()));
  return ask;
}
