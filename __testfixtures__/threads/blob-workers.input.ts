import { BlobWorker, Pool, spawn } from 'threads';

import source from 'inline!./count';

const counters = Pool(() => spawn(BlobWorker.fromText(source)), 2);

export const count = (sheep: string[]) => counters.queue((counter: any) => counter(sheep));
