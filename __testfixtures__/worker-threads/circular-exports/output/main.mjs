import * as bench from './bench.mjs';
import { plane } from './tools.mjs';
import { TracedWorker, inject } from 'traced-pool/context';

const joiner = new TracedWorker(new URL('./joiner.mjs', import.meta.url));
joiner.postMessage(inject({ plane }));
joiner.once('message', () => joiner.terminate());
export const saw = (board) => bench.saw.postMessage(board);
