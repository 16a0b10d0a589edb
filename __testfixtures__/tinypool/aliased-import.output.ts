import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

const workshop = new TracedThreadPoolExecutor({ filename: './carve.mjs', isolateWorkers: true });

export const carve = (block: string) => workshop.submit(block).catch(() => 'splinters');
