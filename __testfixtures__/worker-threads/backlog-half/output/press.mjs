// One of those that take out of the backlog cannot open it.
import { Worker } from 'node:worker_threads';
import { TracedWorker } from 'traced-pool/context';

const thread = new TracedWorker(new URL('./print.mjs', import.meta.url));
const other = new Worker(process.argv[2]);
const backlog = [];

export function print(page) {
  backlog.push({ page });
  next();
}

function next() {
  const entry = backlog.shift();
  if (!entry) return;
  if (entry.isLarge) other.postMessage(entry.page);
  else thread.postMessage(entry.page);
}

thread.on('message', next);
