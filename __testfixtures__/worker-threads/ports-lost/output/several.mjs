import { MessageChannel } from 'node:worker_threads';
import { TracedWorker, inject } from 'traced-pool/context';

// One of two threads, and a list of ports.
const left = new TracedWorker(new URL('./several-left.mjs', import.meta.url));
const right = new TracedWorker(new URL('./several-right.mjs', import.meta.url));
const { port1, port2 } = new MessageChannel();
if (process.argv.includes('--left')) left.postMessage(inject({ leaf: port2 }), [port2]);
else right.postMessage(inject({ leaf: port2 }), [port2]);
port1.postMessage('page');

const ports = [];
const channel = new MessageChannel();
right.postMessage(inject({ list: channel.port2 }), [channel.port2]);
ports.push(channel.port1);
for (const port of ports) port.postMessage('page');
