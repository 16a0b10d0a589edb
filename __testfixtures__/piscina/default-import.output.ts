import { resolve } from 'node:path';
import { TracedThreadPoolExecutor } from 'traced-pool';

export const press = new TracedThreadPoolExecutor({
  filename: resolve(__dirname, 'grape-press.js'),
  maxThreads: 4, // one per barrel
});

export async function pressGrapes(kilos: number): Promise<number> {
  return press.submit({ kilos });
}
