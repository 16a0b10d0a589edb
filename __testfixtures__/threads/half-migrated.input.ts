import { spawn, Worker } from 'threads';
import { TracedThreadPoolExecutor } from 'traced-pool/threads';

const scouts = new TracedThreadPoolExecutor(() => spawn(new Worker('./scout')), 2);

export const scout = (hill: string) => scouts.submit((one: any) => one(hill));
