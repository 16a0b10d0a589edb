import { MessageChannel, Worker } from 'node:worker_threads';

// The worker's file is named by who calls: its end of the channel may be anything.
export function start(file) {
  const worker = new Worker(file);
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ line: port2 }, [port2]);
  port1.postMessage('line clear');
  return worker;
}
