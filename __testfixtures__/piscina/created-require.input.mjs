import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
const { Piscina: Basin } = load('piscina');
const basin = new Basin({ filename: './basin.mjs' });

export const rinse = (dish) => basin.run(dish);
