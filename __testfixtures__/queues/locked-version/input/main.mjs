import PQueue from 'p-queue';

const queue = new PQueue({ concurrency: 1 });
export const job = queue.add(() => 1);
[() => 1].forEach(queue.add);
