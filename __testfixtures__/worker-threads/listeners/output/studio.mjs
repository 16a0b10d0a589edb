import { createServer } from 'node:http';
import { TracedWorker, inject } from 'traced-pool/context';

const shared = new TracedWorker('./brush.mjs');
const waiting = [];

// Each request has a context of its own.
createServer((request, response) => {
  shared.postMessage(inject({ url: request.url }));
  response.end();
}).listen(0);

process.on('SIGTERM', () => shared.postMessage(inject('stop')));

// A worker that tells that it is ready does so in the context that it was made in.
export function paint(canvas) {
  const own = new TracedWorker('./brush.mjs');
  own.once('online', () => own.postMessage(inject({ canvas })));
  return own;
}

// Whoever sent the message that is replied to here, it was not for these.
shared.on('message', () => {
  shared.postMessage({ again: true });
  paintNext();
});

function paintNext() {
  const canvas = waiting.shift();
  if (canvas) shared.postMessage({ canvas });
}

function paintLater(canvas) {
  waiting.push(() => shared.postMessage({ canvas }));
}

export function release(canvases) {
  for (const canvas of waiting) shared.postMessage(canvas);
  for (const canvas of canvases) shared.postMessage(inject(canvas));
  canvases.forEach((canvas) => shared.postMessage(inject(canvas)));
  Promise.resolve(canvases).then((all) => setTimeout(() => shared.postMessage(inject(all)), 5));
  paintLater(canvases[0]);
}

function flush(canvas) {
  shared.postMessage(canvas);
}
export const emitter = { flush };
shared.on('drain', flush);
