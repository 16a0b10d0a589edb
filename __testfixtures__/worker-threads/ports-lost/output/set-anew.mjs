import { MessageChannel } from 'node:worker_threads';
import { TracedWorker, inject } from 'traced-pool/context';

// A name that means another port later on.
const reader = new TracedWorker(new URL('./set-anew-read.mjs', import.meta.url));
let { port1, port2 } = new MessageChannel();
reader.postMessage(inject({ port: port2 }), [port2]);
export function use(port) {
  port1 = port;
}
port1.postMessage('page');
