import { MessageChannel } from 'node:worker_threads';
import { TracedWorker } from 'traced-pool/context';

const { port1, port2 } = new MessageChannel();
export const crane = new TracedWorker('./crane.mjs', { workerData: { hook: port2 }, transferList: [port2] });
export const lift = (crate) => port1.postMessage(crate);
