import pLimit from 'p-limit';
import PQueue from 'p-queue';

const queue = new PQueue({ concurrency: 1 });
const limit = pLimit(1);

export const jobs = [queue.add(() => 1), limit(() => 2)];
