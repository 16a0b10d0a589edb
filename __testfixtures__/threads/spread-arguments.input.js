import { Pool, spawn, Worker } from 'threads';

const settings = [() => spawn(new Worker('./brush.js')), 3];
const stables = Pool(...settings);
const paddocks = Pool(...[() => spawn(new Worker('./graze.js'))]);

export const brush = (horse) => stables.queue((groom) => groom(horse));
export const graze = (horse) => paddocks.queue((meadow) => meadow(horse));
