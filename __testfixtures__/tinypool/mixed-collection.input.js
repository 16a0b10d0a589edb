import { Tinypool } from 'tinypool';
import { Orchestra } from './orchestra.js';

const players = [new Tinypool({ filename: './tune.mjs' }), new Orchestra()];

export const play = (index, score) => players[index].run(score);
