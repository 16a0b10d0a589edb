import { TracedThreadPoolExecutor } from 'traced-pool';
import { TracedThreadPoolExecutor as TracedThreadPoolExecutor2 } from 'traced-pool/tinypool';

const large = new TracedThreadPoolExecutor({ filename: './mill.mjs' });
const small = new TracedThreadPoolExecutor2({ filename: './grind.mjs' });

export const mill = (grain) => (grain.weight > 100 ? large.submit(grain) : small.submit(grain));
