import PQueue from 'p-queue';

const queue = new PQueue();
const listeners = new Set<() => void>();
const list: (() => void)[] = [];

export function listen(listener: () => void): number {
  listeners.add(listener);
  list.push(listener, () => {});
  document.body.classList.add('busy');
  return queue.size + queue.pending;
}
