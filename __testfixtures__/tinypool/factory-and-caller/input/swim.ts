import { openLane } from './pools';
import type { Lane } from './pools';

const lane = openLane('./stroke.mjs');

export const swim = (meters: number) => lane.pool.run(meters);
export const float = ({ pool }: Lane) => pool.run(0);
