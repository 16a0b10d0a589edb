// Whatever is known of the backlog, nobody knows who opens what is posted.
import { Worker } from 'node:worker_threads';

const press = new Worker(process.argv[2]);
const backlog = [];

export function print(page) {
  backlog.push({ page });
  next();
}

function next() {
  const entry = backlog.shift();
  if (entry) press.postMessage(entry.page);
}

press.on('message', next);
