import { move } from 'piscina';

export const warm = (Piscina) => new Piscina({ filename: './boiler.mjs' }).run(move('steam'));
