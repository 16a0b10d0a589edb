import * as threads from 'threads';

const looms = threads.Pool(() => threads.spawn<any>(new threads.Worker('./weave')), { name: 'looms', maxQueuedJobs: 9 });

export const weave = (yarn: string) => looms.queue((loom) => loom.weave(threads.Transfer(new ArrayBuffer(8)), yarn));
