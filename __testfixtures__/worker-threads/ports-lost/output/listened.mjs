import { MessageChannel } from 'node:worker_threads';
import { TracedWorker, inject } from 'traced-pool/context';

// The listener is not to be seen, another takes the port as well, and a third reads it in a loop.
const first = new TracedWorker(new URL('./listened-bound.mjs', import.meta.url));
const bound = new MessageChannel();
first.postMessage(inject({ port: bound.port2 }), [bound.port2]);
bound.port1.postMessage('page');

const second = new TracedWorker(new URL('./listened-twice.mjs', import.meta.url));
const twice = new MessageChannel();
second.postMessage(inject({ port: twice.port2 }), [twice.port2]);
twice.port1.postMessage('page');

const third = new TracedWorker(new URL('./listened-loop.mjs', import.meta.url));
const looped = new MessageChannel();
third.postMessage(inject({ port: looped.port2 }), [looped.port2]);
looped.port1.postMessage('page');
