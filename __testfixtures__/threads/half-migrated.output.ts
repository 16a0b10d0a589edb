import { spawn } from 'threads';
import { TracedThreadPoolExecutor, TracedWorker } from 'traced-pool/threads';

const scouts = new TracedThreadPoolExecutor(() => spawn(new TracedWorker('./scout')), 2);

export const scout = (hill: string) => scouts.submit((one: any) => one(hill));
