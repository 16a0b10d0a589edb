import { MessageChannel, Worker } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
export const crane = new Worker('./crane.mjs', { workerData: { hook: port2 }, transferList: [port2] });
export const lift = (crate) => port1.postMessage(crate);
