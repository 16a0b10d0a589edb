import { Piscina } from 'piscina';

const [mill, stones] = await Promise.all([openMill(), Promise.resolve(2)]);
const [coarse, fine]: [Piscina, Piscina] = [new Piscina(), new Piscina()];

async function openMill() {
  return new Piscina({ filename: 'mill.js' });
}

export const grind = (grain: string) => mill.run({ grain, stones });
for (const [name, sieve] of new Map([['coarse', coarse]])) void sieve.run(name);
void fine.run('flour');
