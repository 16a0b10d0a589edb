import { Tinypool as Workshop } from 'tinypool';

const workshop = new Workshop({ filename: './carve.mjs', isolateWorkers: true });

export const carve = (block: string) => workshop.run(block).catch(() => 'splinters');
