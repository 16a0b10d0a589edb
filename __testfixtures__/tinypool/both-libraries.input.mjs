import Piscina from 'piscina';
import Tinypool from 'tinypool';

const large = new Piscina({ filename: './mill.mjs' });
const small = new Tinypool({ filename: './grind.mjs' });

export const mill = (grain) => (grain.weight > 100 ? large.run(grain) : small.run(grain));
