import { pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';
import type { PiscinaTask, TaskQueue } from 'piscina';
import {
  createGate,
  expectSame,
  expectSamePool,
  filename,
  open,
  outcomeOf,
  toPlainError,
} from '../support/drop-in.js';
import type { PoolOptions } from '../support/drop-in.js';
import { setUpTracing, tearDownTracing } from '../support/spans.js';

/** What a queue finds in a task, by Piscina's types and beyond them. */
type QueuedTask = PiscinaTask & { task: { title: string } };

const { queueOptionsSymbol } = Piscina;

/** A queue that hands out the highest priority first, and notes what it saw of each task. */
class PriorityQueue implements TaskQueue {
  readonly seen: unknown[] = [];
  readonly tasks: QueuedTask[] = [];

  get size(): number {
    return this.tasks.length;
  }

  push(task: object): void {
    this.note('push', task as QueuedTask);
    this.tasks.push(task as QueuedTask);
    this.tasks.sort((left, right) => this.priorityOf(right) - this.priorityOf(left));
  }

  shift(): QueuedTask | null {
    const task = this.tasks.shift() ?? null;
    if (task) this.note('shift', task);
    return task;
  }

  remove(task: object): void {
    const index = this.tasks.indexOf(task as QueuedTask);
    this.note('remove', this.tasks[index]);
    if (index !== -1) this.tasks.splice(index, 1);
  }

  private priorityOf(task: QueuedTask): number {
    return (task[queueOptionsSymbol as never] as { priority: number } | null)?.priority ?? 0;
  }

  protected note(action: string, task: QueuedTask | undefined): void {
    const options = task?.[queueOptionsSymbol as never];
    const copy = { ...task };
    const names = [task?.filename, task?.name, copy.filename, copy.name, typeof task?.created];
    this.seen.push([action, ...names, task?.task?.title, options]);
  }
}

/** A queue that can take a task back to its front. */
class FrontQueue extends PriorityQueue {
  unshift(task: object): void {
    this.note('unshift', task as QueuedTask);
    this.tasks.unshift(task as QueuedTask);
  }
}

beforeEach(() => void setUpTracing());
afterEach(() => tearDownTracing());

describe('a custom task queue', () => {
  test.each([
    ['that orders', PriorityQueue, {}],
    ['that takes back', FrontQueue, { stricterFIFO: true }],
    ['of a pool without a file', PriorityQueue, { filename: null }],
  ])('%s sees and orders the tasks as on Piscina', async (_title, Queue, options) => {
    await expectSame(async (PoolType) => {
      const taskQueue = new Queue();
      const pool = new PoolType({ filename, name: 'hold', maxThreads: 1, taskQueue, ...options });
      const gate = createGate();
      const file = pathToFileURL(filename).href;
      const done: unknown[] = [];
      const submit = (title: string, priority?: number) =>
        pool.run(
          { title, gate, ...(priority && { [queueOptionsSymbol]: { priority } }) },
          { filename: file, name: 'hold' },
        );
      const controller = new AbortController();
      const [first, ...rest] = ['first', 'low', 'high', 'plain'].map((title, index) =>
        submit(title, [0, 1, 2, 0][index]).then((task) => done.push(task)),
      );
      const aborted = pool.run(
        { title: 'aborted', gate },
        { filename, name: 'hold', signal: controller.signal },
      );
      const { queueSize } = pool;
      controller.abort();
      const abortion = await outcomeOf(aborted);
      open(gate);
      await Promise.all([first, ...rest]);
      const shown = pool.options.taskQueue === taskQueue;
      await pool.destroy();
      return { seen: taskQueue.seen, queueSize, abortion, done, shown };
    });
  });

  test('of Piscina’s own kinds works', async () => {
    for (const Queue of [Piscina.FixedQueue, Piscina.ArrayTaskQueue]) {
      await expectSamePool(
        () => ({ taskQueue: new Queue() }),
        (pool) => Promise.all([3, 1, 2].map((task) => pool.run(task))),
      );
    }
  });

  test('may throw, in Piscina’s way', async () => {
    class FullQueue extends PriorityQueue {
      override push(): never {
        throw new RangeError('full');
      }
    }
    await expectSamePool(
      () => ({ taskQueue: new FullQueue() }),
      async (pool) => {
        const gate = createGate();
        const held = pool.run({ gate }, { name: 'hold' });
        let caught: unknown;
        try {
          await pool.run(2);
        } catch (error) {
          caught = toPlainError(error);
        }
        open(gate);
        return [await held, caught];
      },
    );
  });
});

describe('a load balancer', () => {
  test('sees the tasks and decides as on Piscina', async () => {
    await expectSame(async (PoolType) => {
      const seen = new Map<number, unknown>();
      const loadBalancer: PoolOptions['loadBalancer'] = (task, workers) => {
        const { taskId, created, ...rest } = task;
        seen.set(taskId, [typeof created, rest, task[queueOptionsSymbol as never]]);
        return workers.find(({ currentUsage }) => currentUsage === 0) ?? null;
      };
      const pool = new PoolType({ filename, maxThreads: 2, minThreads: 2, loadBalancer });
      const tasks = [
        { a: 1 },
        { b: 2, [queueOptionsSymbol]: { weight: 3 } },
        'text',
        null,
        new Uint8Array(2),
      ];
      const results = await Promise.all(tasks.map((task) => pool.run(task, { name: 'echo' })));
      const shown = pool.options.loadBalancer === loadBalancer;
      await pool.destroy();
      return { seen: [...seen.values()], results, shown };
    });
  });
});

describe('options', () => {
  test('show what was given', async () => {
    const given = {
      filename: pathToFileURL(filename).href,
      name: 'hold',
      maxQueue: 'auto',
      taskQueue: new PriorityQueue(),
      loadBalancer: (_task, [worker]) => worker ?? null,
      closeTimeout: 7,
      env: { SHELF: 'a' },
    } satisfies PoolOptions;
    for (const options of [given, {}, { name: 'echo' }, { filename }]) {
      await expectSame(async (PoolType) => {
        const pool = new PoolType({ minThreads: 0, maxThreads: 3, ...options });
        const { maxThreads, minThreads, threads } = pool;
        await pool.destroy();
        return { ...pool.options, maxThreads, minThreads, count: threads.length };
      });
    }
  });

  test.each<[string, object]>([
    ['taskQueue', { taskQueue: { size: 0, push() {}, shift() {} } }],
    ['taskQueue', { taskQueue: 3 }],
    ['loadBalancer', { loadBalancer: () => null }],
    ['loadBalancer', { loadBalancer: 'least-busy' }],
    ['atomics', { atomics: 'often' }],
    ['minThreads', { minThreads: 3, maxThreads: 2 }],
  ])('that Piscina does not take are refused in its words: %s', async (_title, options) => {
    await expectSame(async (PoolType) => {
      try {
        return await new PoolType(options as PoolOptions).destroy();
      } catch (error) {
        return String(error);
      }
    });
  });

  test('are the user’s own, not a polluted prototype’s', async () => {
    const polluted = Object.prototype as { filename?: string };
    polluted.filename = '/absent.cjs';
    try {
      await expectSame(async (PoolType) => {
        const pool = new PoolType({ maxThreads: 1 });
        const shown = pool.options.filename;
        const failure = await outcomeOf(pool.run(1, {}));
        await pool.destroy();
        return [shown, String((failure as Error).message)];
      });
    } finally {
      delete polluted.filename;
    }
  });

  test.each<PoolOptions>([
    { argv: ['a', 'b'], execArgv: ['--no-warnings'], env: { SHELF: 'top' }, workerData: { shelf: 1 } },
    { niceIncrement: 3, execArgv: [] },
    { atomics: 'sync' },
    { atomics: 'async' },
    { atomics: 'disabled', concurrentTasksPerWorker: 3 },
    { workerHistogram: true, trackUnmanagedFds: false },
  ])('reach the worker: %j', async (options) => {
    await expectSamePool(
      () => options,
      (pool) => Promise.all([pool.run(null, { name: 'look' }), pool.run('a'), pool.run('b')]),
    );
  });
});
