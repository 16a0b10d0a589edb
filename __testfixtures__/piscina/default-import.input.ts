import { resolve } from 'node:path';
import Piscina from 'piscina';

export const press = new Piscina({
  filename: resolve(__dirname, 'grape-press.js'),
  maxThreads: 4, // one per barrel
});

export async function pressGrapes(kilos: number): Promise<number> {
  return press.run({ kilos });
}
