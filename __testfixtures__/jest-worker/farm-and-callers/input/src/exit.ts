import type { Worker } from 'jest-worker';

export const exit = async (farm: Worker): Promise<boolean> => (await farm.end()).forceExited;
