import { all, Elastic } from './index';
import type { Rigid } from './index';
import * as pools from './index';

const sewers = new Elastic<string, string>(1, 2, './sew.js');
const cutters: Rigid<string, string> = new pools.Rigid<string, string>(2, './cut.js');
const pressers = new all.FixedClusterPool<string, string>(2, './press.js');

export async function quilt(cloth: string): Promise<string> {
  const pieces = await cutters.execute(cloth);
  return pressers.execute(await sewers.execute(pieces));
}
