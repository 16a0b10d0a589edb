import * as bench from './bench.mjs';
import { Worker as Bench, plane } from './tools.mjs';

const joiner = new Bench(new URL('./joiner.mjs', import.meta.url));
joiner.postMessage({ plane });
joiner.once('message', () => joiner.terminate());
export const saw = (board) => bench.saw.postMessage(board);
