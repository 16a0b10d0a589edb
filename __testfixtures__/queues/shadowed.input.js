import PQueue from 'p-queue';

const queue = new PQueue();

export function fill(queue) {
  const PQueue = Set;
  const inner = new PQueue();
  inner.add(() => 1);
  return inner;
}

export const size = () => queue.size;
