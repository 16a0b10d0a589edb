import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ExecutorOptions, TracedThreadPoolExecutor } from 'traced-pool';
import { cells, closeAll, open as openAny, pause } from '../support/map.js';
import { inSpan, setUpTracing } from '../support/spans.js';

const open = (options: ExecutorOptions = {}): TracedThreadPoolExecutor =>
  openAny({ name: 'double', ...options });
const doubles = (count: number): number[] => Array.from({ length: count }, (_, index) => index * 2);

/** Counts up, and tells how far it was read and whether it was closed. */
class Source {
  readCount = 0;
  isClosed = false;

  constructor(private readonly count = Infinity) {}

  *[Symbol.iterator](): Generator<number> {
    try {
      while (this.readCount < this.count) yield this.readCount++;
    } finally {
      this.isClosed = true;
    }
  }
}

async function* later<T>(source: Iterable<T>): AsyncGenerator<T> {
  for (const item of source) {
    await pause(0);
    yield item;
  }
}

async function collect<T>(results: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const result of results) all.push(result);
  return all;
}

afterEach(closeAll);

describe('results come in order', () => {
  test.each([
    ['an array', () => Array.from({ length: 2000 }, (_, index) => index), 2000],
    ['a generator', () => new Source(2000), 2000],
    ['an async generator', () => later(new Source(300)), 300],
    ['nothing', () => [], 0],
  ])('of %s', async (_, tasks, count) => {
    const executor = open();
    for (const options of [{}, { concurrency: 3 }, { chunkSize: 7 }, { chunkSize: 1, concurrency: 1 }])
      expect(await collect(executor.mapIterable(tasks(), options))).toEqual(doubles(count));
  });

  test('to several takers at once', async () => {
    const results = open().mapIterable(new Source(4));
    const taken = await Promise.all([1, 2, 3, 4, 5, 6].map(() => results.next()));
    expect(taken.map(({ value }) => value as number)).toEqual([0, 2, 4, 6, undefined, undefined]);
    expect(taken.map(({ done }) => done)).toEqual([false, false, false, false, true, true]);
  });

  test('with each span under the span of the call, and the source read in its context', async () => {
    const tracing = setUpTracing();
    const executor = open();
    const { result, spanContext } = await inSpan('request', async () =>
      executor.mapIterable(new Source(50), { name: 'look' }),
    );
    const seen = await inSpan('reader', () => collect(result));
    expect(seen.result).toEqual(Array.from({ length: 50 }, () => [spanContext.spanId, undefined, undefined]));
    const again = await inSpan('other', () => collect(executor.mapIterable(new Source(50))));
    const spans = tracing.collected.spans.filter(({ name }) => name.startsWith('double'));
    expect(spans.map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual(
      Array.from({ length: 50 }, () => again.spanContext.spanId),
    );
  });
});

describe('the source', () => {
  test('is not read before somebody asks', async () => {
    const source = new Source();
    const results = open().mapIterable(source);
    await pause(50);
    expect(source.readCount).toBe(0);
    await results.return?.();
    await expect(results.next()).resolves.toEqual({ done: true, value: undefined });
  });

  test.each([1, 4, 10])('is read no further ahead than asked for: %d', async (concurrency) => {
    const source = new Source();
    const results = open().mapIterable(source, { concurrency });
    for (let taken = 1; taken <= 20; taken++) {
      await results.next();
      await pause(5);
      expect(source.readCount).toBeLessThanOrEqual(taken + concurrency);
    }
    await results.return?.();
    expect(source.isClosed).toBe(true);
  });

  test('is read a bounded way ahead, where nothing is asked for', async () => {
    const source = new Source();
    const results = open().mapIterable(source);
    await results.next();
    await pause(300);
    const { readCount } = source;
    expect(readCount).toBeLessThan(10_000);
    await pause(100);
    expect(source.readCount).toBe(readCount);
    await results.return?.();
  });

  test('that fails does so in its place', async () => {
    async function* failing(): AsyncGenerator<number> {
      yield* new Source(3);
      throw new RangeError('no more');
    }
    const results = open().mapIterable(failing());
    const seen: unknown[] = [];
    await expect(
      (async () => {
        for await (const result of results) seen.push(result);
      })(),
    ).rejects.toEqual(new RangeError('no more'));
    expect(seen).toEqual([0, 2, 4]);
    await expect(results.next()).resolves.toEqual({ done: true, value: undefined });
  });

  test('that gives what is no iterator result fails, and is not asked again', async () => {
    let askedCount = 0;
    const next = () => (++askedCount > 1 ? { done: true } : 5);
    const broken = { [Symbol.iterator]: () => ({ next }) } as unknown as Iterable<number>;
    await expect(collect(open().mapIterable(broken))).rejects.toThrow(
      new TypeError('the source of tasks gave 5, which is no iterator result'),
    );
    expect(askedCount).toBe(1);
  });

  test('that is none is told at once', () => {
    expect(() => open().mapIterable(3 as never)).toThrow(
      new TypeError('tasks must be an iterable or an async iterable'),
    );
    expect(() => open().mapIterable([], { concurrency: -1 })).toThrow(
      new RangeError('options.concurrency must be an integer from 1; received -1'),
    );
  });
});

describe('leaving the loop', () => {
  test.each([{}, { chunkSize: 1 }, { chunkSize: 20 }])(
    'cancels what no worker has begun, and closes the source: %j',
    async (options) => {
      const executor = open({ maxThreads: 1, name: 'spin' });
      const ran = cells(1000);
      const source = new Source(1000);
      function* tasks(): Generator<object> {
        for (const index of source) yield { millis: 1, ran, index };
      }
      for await (const _ of executor.mapIterable(tasks(), options)) break;
      const begun = ran.reduce((sum, count) => sum + count);
      await executor.submit({ millis: 0 });
      expect(ran.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(begun + 1);
      expect(source.isClosed).toBe(true);
      expect(executor.queueSize).toBe(0);
    },
  );

  test('leaves nothing in the pool’s queue that could keep it from closing', async () => {
    const program = join(__dirname, 'workers', 'close-program.cjs');
    // In a process of its own: where Piscina hangs, it does so without giving way to a timer.
    const { stdout } = await promisify(execFile)(process.execPath, [program], { timeout: 30_000 });
    expect(stdout).toBe('closed\n');
  });

  test('does not wait for a source that has nothing yet', async () => {
    let isClosed = false;
    async function* waiting(): AsyncGenerator<number> {
      try {
        yield 1;
        await new Promise<never>(() => {});
      } finally {
        isClosed = true;
      }
    }
    for await (const result of open().mapIterable(waiting())) {
      expect(result).toBe(2);
      break;
    }
    expect(isClosed).toBe(false);
  });

  test('tells when its source cannot be closed', async () => {
    const source = {
      [Symbol.iterator]: () => ({
        next: () => ({ done: false, value: 1 }),
        return: () => {
          throw new Error('stuck');
        },
      }),
    };
    const results = open().mapIterable(source, { concurrency: 1 });
    await results.next();
    await expect(results.return?.()).rejects.toThrow('stuck');
  });

  test('by an error of a task does so as well, and later tasks are not seen', async () => {
    const executor = open({ maxThreads: 1, name: 'note' });
    const ran = cells(500);
    const source = new Source(500);
    function* tasks(): Generator<object> {
      for (const index of source) yield { index, ran, culprit: 20, how: 'throw' };
    }
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const result of executor.mapIterable(tasks(), { concurrency: 4 })) seen.push(result);
    })();
    await expect(reading).rejects.toThrow('task 20');
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(source.isClosed).toBe(true);
    expect(source.readCount).toBeLessThanOrEqual(25);
  });
});

test('an abort comes out after the results that were there', async () => {
  const executor = open({ maxThreads: 1, name: 'spin' });
  const controller = new AbortController();
  const results = executor.mapIterable(
    Array.from({ length: 50 }, () => ({ millis: 5 })),
    { signal: controller.signal },
  );
  await results.next();
  controller.abort();
  await expect(collect(results)).rejects.toMatchObject({ name: 'AbortError' });
});

test('the end of the pool ends the iteration', async () => {
  const executor = open();
  const results = executor.mapIterable(new Source());
  await results.next();
  await executor.destroy();
  await expect(collect(results)).rejects.toThrow(/Terminating worker thread|aborted/);
});
