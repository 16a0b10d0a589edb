import { BroadcastChannel, MessageChannel, parentPort } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
const news = new BroadcastChannel('news');
export function tell(what) {
  port1.postMessage(what);
  news.postMessage(what);
}
parentPort?.postMessage({ port2 }, [port2]);
