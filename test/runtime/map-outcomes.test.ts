import type { TaskQueue } from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';
import type { SubmitOptions } from 'traced-pool';
import { cells, closeAll, filename, keep, numbers, open, pause, warmUp } from '../support/map.js';

afterEach(closeAll);

describe('a task that fails', () => {
  test.each(['throw', 'reject', 'exit', 'unclonable', 'memory'])(
    'fails alone, and no task runs twice: %s',
    async (how) => {
      const executor = open({ resourceLimits: { maxOldGenerationSizeMb: 20 } });
      await warmUp(executor, 'note', { culprit: -1 });
      const ran = cells(600);
      const tasks = numbers(600).map((index) => ({ index, ran, culprit: 300, how }));
      const alone: unknown = await executor
        .submit({ index: 0, ran: cells(1), culprit: 0, how }, { name: 'note' })
        .catch((error: unknown) => error);
      const isOfTask = how === 'throw' || how === 'reject';
      const expected = isOfTask ? new RangeError('task 300') : alone;
      await expect(executor.map(tasks, { name: 'note' })).rejects.toEqual(expected);
      for (let tries = 0; ran.includes(0) && tries < 500; tries++) await pause(10);
      expect(new Set(ran)).toEqual(new Set([1]));
    },
  );

  test.each(['throw', 'exit', 'unclonable'])(
    'takes no result from those before it in its chunk: %s',
    async (how) => {
      const executor = open({ maxThreads: 1 });
      const ran = cells(100);
      const tasks = numbers(100).map((index) => ({ index, ran, culprit: 30, how }));
      const seen: unknown[] = [];
      const reading = (async () => {
        for await (const result of executor.mapIterable(tasks, {
          name: 'note',
          chunkSize: 40,
          concurrency: 40,
        }))
          seen.push(result);
      })();
      await expect(reading).rejects.toBeDefined();
      expect(seen).toEqual(numbers(30));
    },
  );

  test('that cannot be sent fails alone', async () => {
    const executor = open();
    await warmUp(executor, 'note', { culprit: -1 });
    const ran = cells(400);
    const tasks = numbers(400).map((index) => ({ index, ran, ...(index === 200 && { bad: () => {} }) }));
    await expect(executor.map(tasks, { name: 'note' })).rejects.toMatchObject({ name: 'DataCloneError' });
    for (let tries = 0; ran.filter(Boolean).length < 399 && tries < 500; tries++) await pause(10);
    expect([...ran]).toEqual(numbers(400).map((index) => (index === 200 ? 0 : 1)));
  });

  test('cancels those that no worker has begun, if so asked', async () => {
    const executor = open({ maxThreads: 1 });
    for (const options of [{}, { chunkSize: 10 }, { chunkSize: 1 }]) {
      const ran = cells(1000);
      const tasks = numbers(1000).map((index) => ({ index, ran, culprit: 3, how: 'throw' }));
      await expect(executor.map(tasks, { name: 'note', stopOnError: true, ...options })).rejects.toThrow(
        'task 3',
      );
      await executor.submit({ index: 0, ran: cells(1) }, { name: 'note' });
      expect(ran.reduce((sum, count) => sum + count)).toBeLessThan(100);
    }
  });
});

describe('all is as with Promise.all of submit', () => {
  test('when the caller aborts', async () => {
    const executor = open();
    for (const chunkSize of ['auto', 10, 1] as const) {
      const controller = new AbortController();
      const [gate, ran] = [cells(1), cells(50)];
      const tasks = numbers(50).map((index) => ({ index, gate, ran }));
      const results = executor.map(tasks, { name: 'wait', chunkSize, signal: controller.signal });
      while (!ran.includes(1)) await pause(5);
      controller.abort();
      await expect(results).rejects.toMatchObject({ name: 'AbortError' });
      expect(ran.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(2);
    }
  });

  test.each(['destroy', 'close'] as const)('when the pool ends: %s', async (how) => {
    const executor = open();
    const [gate, ran] = [cells(1), cells(50)];
    const tasks = numbers(50).map((index) => ({ index, gate, ran }));
    const results = expect(executor.map(tasks, { name: 'wait' })).rejects.toThrow(
      'Terminating worker thread',
    );
    while (!ran.includes(1)) await pause(5);
    const ended = executor[how]();
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    await results;
    await ended;
    expect(executor.queueSize).toBe(0);
  });

  test('where run is overridden, or watched', async () => {
    class CountingExecutor extends TracedThreadPoolExecutor {
      runCount = 0;

      override run(task: unknown, options?: SubmitOptions): Promise<unknown> {
        this.runCount++;
        return super.run(task, options);
      }
    }
    const counting = keep(new CountingExecutor({ filename, maxThreads: 1 }));
    await counting.map(numbers(50), { name: 'double' });
    expect(counting.runCount).toBe(50);
    const watched = open();
    const submit = jest.spyOn(watched, 'submit');
    await watched.map(numbers(50), { name: 'double' });
    expect(submit).toHaveBeenCalledTimes(50);
  });

  test('where the pool has a queue of its own, or a bound', async () => {
    const seen: unknown[] = [];
    const tasks: object[] = [];
    const taskQueue: TaskQueue = {
      get size() {
        return tasks.length;
      },
      shift: () => (tasks.shift() as ReturnType<TaskQueue['shift']> | undefined) ?? null,
      push: (task) => {
        seen.push((task as unknown as { task: unknown }).task);
        tasks.push(task);
      },
      remove: (task) => void tasks.splice(tasks.indexOf(task), 1),
    };
    await open({ taskQueue, maxThreads: 1 }).map(numbers(30), { name: 'double' });
    // The first finds a worker that is free.
    expect(new Set(seen)).toEqual(new Set(numbers(30).slice(1)));
    await expect(open({ maxQueue: 2, maxThreads: 1 }).map(numbers(30), { name: 'double' })).rejects.toThrow(
      'Task queue is at limit',
    );
  });

  test('when the handler is not there', async () => {
    const executor = open();
    for (const chunkSize of ['auto', 10] as const)
      await expect(executor.map(numbers(30), { name: 'absent', chunkSize })).rejects.toThrow(
        `No handler function exported from ${filename}`,
      );
    await expect(new TracedThreadPoolExecutor().map([1])).rejects.toThrow('filename must be provided');
  });
});
