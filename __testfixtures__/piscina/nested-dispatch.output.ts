import { TracedThreadPoolExecutor } from 'traced-pool';

const refinery = new TracedThreadPoolExecutor({ filename: 'refinery.js' });

export async function refine(ores: string[]) {
  const best = await refinery.submit(await refinery.submit(ores[0], { name: 'crush' }), { name: 'smelt' });
  const all = await Promise.all(ores.map((ore) => refinery.submit(refinery.submit(ore))));
  return refinery.map([best, ...all], { name: 'stamp' });
}
