import Piscina from 'piscina';

const refinery = new Piscina({ filename: 'refinery.js' });

export async function refine(ores: string[]) {
  const best = await refinery.run(await refinery.run(ores[0], { name: 'crush' }), { name: 'smelt' });
  const all = await Promise.all(ores.map((ore) => refinery.run(refinery.run(ore))));
  return Promise.all([best, ...all].map((ingot) => refinery.run(ingot, { name: 'stamp' })));
}
