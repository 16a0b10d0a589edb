import { workerId } from 'tinypool';
import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

const forge = new TracedThreadPoolExecutor({ filename: './smelt.mjs' });

export const smelt = (ore) => forge.submit({ ore, by: workerId });
export const smeltAll = (ores) => forge.map(ores, { name: 'batch' });
