import * as threads from 'threads';
import { TracedThreadPoolExecutor, TracedWorker } from 'traced-pool/threads';

const looms = new TracedThreadPoolExecutor(() => threads.spawn<any>(new TracedWorker('./weave')), { name: 'looms', maxQueuedJobs: 9 });

export const weave = (yarn: string) => looms.submit((loom) => loom.weave(threads.Transfer(new ArrayBuffer(8)), yarn));
