import { MessageChannel, Worker } from 'node:worker_threads';

// A name that means another port later on.
const reader = new Worker(new URL('./set-anew-read.mjs', import.meta.url));
let { port1, port2 } = new MessageChannel();
reader.postMessage({ port: port2 }, [port2]);
export function use(port) {
  port1 = port;
}
port1.postMessage('page');
