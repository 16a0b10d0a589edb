import PQueue from 'p-queue';

const queue = new PQueue();
queue.add(() => 1);
