import type { Piscina } from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';

const cellar: TracedThreadPoolExecutor = new TracedThreadPoolExecutor({ filename: 'cellar.js' });

export const age = (barrel: string) => cellar.submit(barrel);
export const ageIn = (room: Piscina, barrel: string) => room.run(barrel);
export const ageAll = (barrels: string[]) => cellar.map(barrels);
