import { FifoQueue, PriorityQueue } from 'jest-worker';

export const queues = { first: new FifoQueue(), urgent: new PriorityQueue((method) => method.length) };
export const enqueue = (queue: FifoQueue, task: never) => queue.enqueue(task);
