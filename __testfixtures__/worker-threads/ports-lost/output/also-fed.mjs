import { MessageChannel } from 'node:worker_threads';
import { TracedWorker, inject } from 'traced-pool/context';

// Two ports go to the same place, and of one nobody knows the other end.
const reader = new TracedWorker(new URL('./read.mjs', import.meta.url));
const { port1, port2 } = new MessageChannel();
reader.postMessage(inject({ port: port2 }), [port2]);
port1.on('message', console.log);
port1.postMessage('page');

export function lend(port) {
  reader.postMessage(inject({ port }), [port]);
}
