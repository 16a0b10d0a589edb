// A folder of that name, and no test.
import { glaze } from '../baker.mjs';

const buns = [];
export const add = (bun) => buns.push(bun);
process.on('SIGUSR2', () => glaze(buns.shift()));
