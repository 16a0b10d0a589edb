import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';

// The message is given away as a whole where it arrives; here the answer is waited for.
const keeper = new Worker(new URL('./given-keep.mjs', import.meta.url));
const kept = new MessageChannel();
keeper.postMessage({ shelf: kept.port2 }, [kept.port2]);
kept.port1.postMessage('book');

const waited = new MessageChannel();
keeper.postMessage({ desk: waited.port2 }, [waited.port2]);
waited.port1.postMessage('book');
console.log(await once(waited.port1, 'message'));
