import * as threads from 'threads';
import { TracedThreadPoolExecutor, TracedWorker } from 'traced-pool/threads';

const looms = new TracedThreadPoolExecutor(() => threads.spawn<() => void>(new TracedWorker('./weave')), { name: 'looms', maxQueuedJobs: 9 });

export const weave = (yarn: string) => looms.submit((loom: any) => loom.weave(threads.Transfer(new ArrayBuffer(8)), yarn));
