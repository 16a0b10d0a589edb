import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { TracedWorker, inject } from 'traced-pool/context';

// The message is given away as a whole where it arrives; here the answer is waited for.
const keeper = new TracedWorker(new URL('./given-keep.mjs', import.meta.url));
const kept = new MessageChannel();
keeper.postMessage(inject({ shelf: kept.port2 }), [kept.port2]);
kept.port1.postMessage('book');

const waited = new MessageChannel();
keeper.postMessage(inject({ desk: waited.port2 }), [waited.port2]);
waited.port1.postMessage('book');
console.log(await once(waited.port1, 'message'));
