import { Piscina } from 'piscina';

const stoves = { gas: new Piscina({ filename: 'gas.js' }), wood: new Piscina({ filename: 'wood.js' }) } as const;

export const boil = (water: string) =>
  Promise.all(Object.entries(stoves).map(([name, stove]) => stove.run({ name, water })));
export const simmer = (kind: keyof typeof stoves, water: string) => stoves[kind].run(water);
