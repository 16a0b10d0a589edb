import type { TracedThreadPoolExecutor } from 'traced-pool';

/** A task of the soak: how often it comes, and how it is submitted. */
export interface SoakTask {
  readonly name: string;
  readonly weight: number;
  readonly submit: (
    executor: TracedThreadPoolExecutor,
    task: object,
    random: () => number,
  ) => Promise<unknown>;
}

function plain(name: string): SoakTask['submit'] {
  return (executor, task) => executor.submit(task, { name });
}

/** Submits a task that is aborted after some milliseconds. */
function aborted(name: string, maxMillis: number): SoakTask['submit'] {
  return async (executor, task, random) => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), random() * maxMillis);
    try {
      return await executor.submit(task, { name, signal: controller.signal });
    } finally {
      clearTimeout(timer);
    }
  };
}

async function iterate(
  executor: TracedThreadPoolExecutor,
  task: object,
  random: () => number,
): Promise<void> {
  let left = 20 + random() * 500;
  const tasks = Array.from({ length: 500 }, () => task);
  for await (const _ of executor.mapIterable(tasks, { name: 'tiny' })) if (--left < 0) break;
}

export const SOAK_TASKS: readonly SoakTask[] = [
  { name: 'work', weight: 40, submit: plain('work') },
  { name: 'fail', weight: 8, submit: plain('fail') },
  { name: 'burst', weight: 4, submit: plain('burst') },
  { name: 'straggle', weight: 4, submit: plain('straggle') },
  {
    name: 'map',
    weight: 4,
    submit: (executor, task) => executor.map(new Array(300).fill(task), { name: 'tiny' }),
  },
  { name: 'mapIterable', weight: 4, submit: iterate },
  { name: 'abort', weight: 10, submit: aborted('work', 20) },
  { name: 'abort of a busy worker', weight: 4, submit: aborted('spin', 40) },
  { name: 'process.exit', weight: 4, submit: plain('exit') },
  { name: 'uncaught error', weight: 4, submit: plain('throwLater') },
  { name: 'out of memory', weight: 1, submit: plain('exhaust') },
];
