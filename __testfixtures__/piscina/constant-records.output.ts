import { TracedThreadPoolExecutor } from 'traced-pool';

const stoves = { gas: new TracedThreadPoolExecutor({ filename: 'gas.js' }), wood: new TracedThreadPoolExecutor({ filename: 'wood.js' }) } as const;

export const boil = (water: string) =>
  Promise.all(Object.entries(stoves).map(([name, stove]) => stove.submit({ name, water })));
export const simmer = (kind: keyof typeof stoves, water: string) => stoves[kind].submit(water);
