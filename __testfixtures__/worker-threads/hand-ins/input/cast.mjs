import { parentPort } from 'node:worker_threads';

const moulds = [];
let isBusy = false;

// A backlog of the worker's own.
parentPort.on('message', (mould) => {
  moulds.push(mould);
  next();
});

function next() {
  if (isBusy || moulds.length === 0) return;
  isBusy = true;
  const mould = moulds.shift();
  setTimeout(() => {
    isBusy = false;
    parentPort.postMessage('cast');
    next();
  }, mould.weight);
}
