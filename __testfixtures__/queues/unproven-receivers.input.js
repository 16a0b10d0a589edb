import Bottleneck from 'bottleneck';
import PQueue from 'p-queue';

const made = globalThis.busy ? new PQueue() : new Set();

export function run(queue, results, options) {
  queue.add(() => 1);
  results.push(() => 2);
  options.limiter.schedule(() => 3);
  made.add(() => 4);
  return [Bottleneck, results.map((result) => result)];
}
