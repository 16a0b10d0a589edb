import { TracedClusterPoolExecutor, TracedDynamicThreadPoolExecutor } from 'traced-pool/poolifier';
import { TracedThreadPoolExecutor } from 'traced-pool/poolifier';

const sewers = new TracedDynamicThreadPoolExecutor<string, string>(1, 2, './sew.js');
const cutters: TracedThreadPoolExecutor<string, string> = new TracedThreadPoolExecutor<string, string>(2, './cut.js');
const pressers = new TracedClusterPoolExecutor<string, string>(2, './press.js');

export async function quilt(cloth: string): Promise<string> {
  const pieces = await cutters.submit(cloth);
  return pressers.submit(await sewers.submit(pieces));
}
