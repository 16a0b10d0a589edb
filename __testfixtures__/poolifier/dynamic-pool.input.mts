import { DynamicThreadPool } from 'poolifier';

const divers = new DynamicThreadPool(2, 8, new URL('./dive.mjs', import.meta.url).pathname);

export const dive = (depth: number, map: ArrayBuffer) => divers.execute({ depth, map }, undefined, undefined, [map]);
export const close = () => divers.destroy();
