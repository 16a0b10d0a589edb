import { isWorkerThread } from 'piscina';

const pool = { run: (lap: number) => lap + 1 };

export const swim = (laps: number[]) => (isWorkerThread ? [] : Promise.all(laps.map((lap) => pool.run(lap))));
