import { TracedThreadPoolExecutor } from 'traced-pool';

/** @returns {import('piscina').Piscina} a furnace */
export const light = () => new TracedThreadPoolExecutor({ filename: './furnace.mjs' });
