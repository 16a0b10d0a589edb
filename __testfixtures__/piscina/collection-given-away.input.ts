import { Piscina } from 'piscina';
import { share } from './cellar.js';

const vats: Piscina[] = [new Piscina({ filename: 'vat.js' })];
share(vats);

export const ferment = (must: string) => vats[0]?.run(must);
