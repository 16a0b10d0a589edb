import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';
import { Orchestra } from './orchestra.js';

const players = [new TracedThreadPoolExecutor({ filename: './tune.mjs' }), new Orchestra()];

export const play = (index, score) => players[index].run(score);
