import { on, once } from 'node:events';
import { BroadcastChannel, MessageChannel, Worker } from 'node:worker_threads';

// Given to somebody.
const given = new MessageChannel();
export const lock = given.port1;

// Read in a loop.
const looped = new MessageChannel();
const { port1, port2 } = new MessageChannel();
export const first = new Worker('./sluice.mjs', { workerData: { gate: port2 }, transferList: [port2] });
export async function flow() {
  for await (const [water] of on(port1, 'message')) port1.postMessage(water);
  await once(looped.port1, 'message');
}

// Two threads of one file, and one port.
const { port1: near, port2: far } = new MessageChannel();
export const second = new Worker('./sluice.mjs', { workerData: { gate: far }, transferList: [far] });
near.postMessage('open');

// An event that is computed.
const { port1: upper, port2: lower } = new MessageChannel();
export const third = new Worker('./weir.mjs', { workerData: { lower }, transferList: [lower] });
export const listen = (event, listener) => upper.on(event, listener);

// What `on` gives is the port again.
const { port1: sea, port2: river } = new MessageChannel();
export const fourth = new Worker('./mouth.mjs', { workerData: { river }, transferList: [river] });
sea.on('close', listen).on('message', listen);
sea.postMessage('tide');

const news = new BroadcastChannel('canal');
news.onmessage = ({ data }) => upper.postMessage(data);
