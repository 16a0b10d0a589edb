import { Piscina } from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';
import { share } from './cellar.js';

const vats: Piscina[] = [new TracedThreadPoolExecutor({ filename: 'vat.js' })];
share(vats);

export const ferment = (must: string) => vats[0]?.run(must);
