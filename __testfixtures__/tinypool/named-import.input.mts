import { Tinypool, isMovable, type Options } from 'tinypool';

const settings: Partial<Options> = { runtime: 'child_process', minThreads: 0 };
const loom = new Tinypool({ ...settings, filename: './weave.mjs' });

export async function weave(threads: Float64Array<ArrayBuffer>) {
  if (isMovable(threads)) return null;
  return await loom.run(threads, { name: 'plain', transferList: [threads.buffer] });
}
