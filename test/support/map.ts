import { join } from 'node:path';
import { Piscina } from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';
import type { ExecutorOptions } from 'traced-pool';
import { tearDownTracing } from './spans.js';

export const filename = join(__dirname, '..', 'runtime', 'workers', 'map-handlers.cjs');
const executors: TracedThreadPoolExecutor[] = [];

/** Has the executor destroyed after the test. */
export function keep<Executor extends TracedThreadPoolExecutor>(executor: Executor): Executor {
  // Piscina's own, when it is destroyed while a worker replies.
  executor.on('error', () => {});
  executors.push(executor);
  return executor;
}

/** An executor of two workers with the handlers of the tests of map. */
export function open(options: ExecutorOptions = {}): TracedThreadPoolExecutor {
  return keep(new TracedThreadPoolExecutor({ filename, maxThreads: 2, idleTimeout: 1000, ...options }));
}

export async function closeAll(): Promise<void> {
  await Promise.all(executors.splice(0).map((executor) => executor.destroy()));
  tearDownTracing();
}

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Memory that all threads share. */
export const cells = (count: number): Int32Array =>
  new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));

/** How many messages Piscina itself has seen answered. */
export const messageCount = (executor: TracedThreadPoolExecutor): number =>
  Reflect.get(Piscina.prototype, 'completed', executor) as number;

/** Has the executor learn that the handler is quick. */
export const warmUp = (executor: TracedThreadPoolExecutor, name: string, task: object): Promise<unknown> =>
  executor.map(
    numbers(200).map((index) => ({ ...task, index: index % 2, ran: cells(2) })),
    { name },
  );

export const pause = (millis: number): Promise<unknown> =>
  new Promise((resolve) => setTimeout(resolve, millis));
