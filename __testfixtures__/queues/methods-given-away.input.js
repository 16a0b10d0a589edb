import PQueue from 'p-queue';
import pLimit from 'p-limit';

const queue = new PQueue();
const limit = pLimit(1);
const jobs = [async () => 1];

jobs.forEach(queue.add, queue);
const add = queue.add.bind(queue);
export const all = [jobs.map(limit), add, { add: queue.add }];
queue.add = add;
