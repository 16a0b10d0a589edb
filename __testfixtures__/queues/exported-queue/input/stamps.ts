import { uploads } from './queues.js';

const stamps = new Set<() => void>();

export function collect(stamp: () => void): number {
  stamps.add(stamp);
  return uploads.size;
}
