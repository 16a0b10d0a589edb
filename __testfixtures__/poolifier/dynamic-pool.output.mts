import { TracedDynamicThreadPoolExecutor } from 'traced-pool/poolifier';

const divers = new TracedDynamicThreadPoolExecutor(2, 8, new URL('./dive.mjs', import.meta.url).pathname);

export const dive = (depth: number, map: ArrayBuffer) => divers.submit({ depth, map }, undefined, undefined, [map]);
export const close = () => divers.destroy();
