import { MessageChannel, Worker } from 'node:worker_threads';

// The listener is not to be seen, another takes the port as well, and a third reads it in a loop.
const first = new Worker(new URL('./listened-bound.mjs', import.meta.url));
const bound = new MessageChannel();
first.postMessage({ port: bound.port2 }, [bound.port2]);
bound.port1.postMessage('page');

const second = new Worker(new URL('./listened-twice.mjs', import.meta.url));
const twice = new MessageChannel();
second.postMessage({ port: twice.port2 }, [twice.port2]);
twice.port1.postMessage('page');

const third = new Worker(new URL('./listened-loop.mjs', import.meta.url));
const looped = new MessageChannel();
third.postMessage({ port: looped.port2 }, [looped.port2]);
looped.port1.postMessage('page');
