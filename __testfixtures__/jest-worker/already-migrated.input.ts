import { TracedThreadPoolExecutor } from 'traced-pool/jest-worker';
import type { JestWorkerFarm } from 'jest-worker';

const smiths = new TracedThreadPoolExecutor('/srv/forge.js') as unknown as JestWorkerFarm<{ forge(iron: string): string }>;

export const forge = (iron: string) => smiths.forge(iron);
