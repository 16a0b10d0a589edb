import { Piscina } from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';

const presses: TracedThreadPoolExecutor[] = [new TracedThreadPoolExecutor({ filename: 'red.js' })];
const byName = new Map<string, TracedThreadPoolExecutor>([['white', new TracedThreadPoolExecutor({ filename: 'white.js' })]]);

export async function press(grapes: string) {
  for (const press of presses) await press.submit(grapes);
  await byName.get('white')?.submit(grapes);
  return Promise.all(presses.map((press) => press.submit(grapes)));
}

export const pressIn = <Pool extends Piscina>(pool: Pool, grapes: string) => pool.run(grapes);
