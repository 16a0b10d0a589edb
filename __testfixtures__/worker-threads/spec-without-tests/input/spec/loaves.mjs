// What a loaf is like, as it is specified: the folder goes by a test's name, and nothing in it is one.
import { knead } from '../kneader.mjs';

const doughs = [];
export const add = (dough) => doughs.push(dough);
process.on('SIGUSR2', () => knead(doughs.shift()));
