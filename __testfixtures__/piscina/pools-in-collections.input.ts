import { Piscina } from 'piscina';

const presses: Piscina[] = [new Piscina({ filename: 'red.js' })];
const byName = new Map<string, Piscina>([['white', new Piscina({ filename: 'white.js' })]]);

export async function press(grapes: string) {
  for (const press of presses) await press.run(grapes);
  await byName.get('white')?.run(grapes);
  return Promise.all(presses.map((press) => press.run(grapes)));
}

export const pressIn = <Pool extends Piscina>(pool: Pool, grapes: string) => pool.run(grapes);
