import * as threads from 'threads';

const looms = threads.Pool(() => threads.spawn<() => void>(new threads.Worker('./weave')), { name: 'looms', maxQueuedJobs: 9 });

export const weave = (yarn: string) => looms.queue((loom: any) => loom.weave(threads.Transfer(new ArrayBuffer(8)), yarn));
