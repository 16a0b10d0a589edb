import { isMovable, type Options } from 'tinypool';
import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

const settings: Partial<Options> = { runtime: 'child_process', minThreads: 0 };
const loom = new TracedThreadPoolExecutor({ ...settings, filename: './weave.mjs' });

export async function weave(threads: Float64Array<ArrayBuffer>) {
  if (isMovable(threads)) return null;
  return await loom.submit(threads, { name: 'plain', transferList: [threads.buffer] });
}
