import { Piscina } from 'piscina';
import { inSpan, setUpTracing } from '../support/spans.js';
import { cells, closeAll, messageCount, numbers, open, pause, warmUp } from '../support/map.js';

afterEach(closeAll);

describe('small tasks', () => {
  test.each(['double', 'doubleLater'])(
    'travel many to a message, and come out in order: %s',
    async (name) => {
      const executor = open();
      await expect(executor.map(numbers(5000), { name })).resolves.toEqual(
        numbers(5000).map((number) => number * 2),
      );
      expect(executor.completed).toBe(5000);
      expect(messageCount(executor)).toBeLessThan(1000);
      expect(executor.queueSize).toBe(0);
    },
  );

  test('have each span under the span of the call, once', async () => {
    const tracing = setUpTracing();
    const executor = open();
    const calls = await Promise.all(
      ['a', 'b', 'c'].map((name) => inSpan(name, () => executor.map(numbers(1000), { name: 'double' }))),
    );
    const spans = tracing.collected.spans.filter(({ name }) => name.startsWith('double'));
    for (const { spanContext } of calls) {
      const own = spans.filter((span) => span.parentSpanContext?.spanId === spanContext.spanId);
      expect(own.map(({ name }) => name).toSorted()).toEqual(
        numbers(1000)
          .map((number) => `double ${number}`)
          .toSorted(),
      );
    }
    expect(spans).toHaveLength(3000);
    expect(executor.relayedSpans).toEqual({ handedOver: 3000, dropped: 0 });
  });

  test.each([
    ['of a fixed number', { chunkSize: 50 }, 20],
    ['alone, if so asked', { chunkSize: 1 }, 1000],
  ])('travel in chunks %s', async (_, options, expected) => {
    const executor = open();
    await executor.map(numbers(1000), { name: 'double', ...options });
    expect(messageCount(executor)).toBe(expected);
  });

  test('that are large travel few to a message', async () => {
    const executor = open();
    const buffers = numbers(400).map(() => new Uint8Array(40_000).buffer);
    await executor.map(buffers, { name: 'grow' });
    expect(messageCount(executor)).toBeGreaterThanOrEqual(200);
  });

  test('do not wait behind a long one of their chunk while a worker is idle', async () => {
    const executor = open({ minThreads: 2 });
    const met = cells(1);
    await executor.map(
      numbers(500).map(() => ({ index: 1, count: 0, met: cells(1) })),
      { name: 'meet' },
    );
    await executor.map(
      numbers(500).map((index) => ({ index, count: 500, met })),
      { name: 'meet' },
    );
    expect(met[0]).toBe(499);
  });
});

test('long tasks travel alone, also after short ones', async () => {
  const executor = open();
  await warmUp(executor, 'spin', { millis: 0 });
  const before = messageCount(executor);
  await executor.map(
    numbers(60).map(() => ({ millis: 3 })),
    { name: 'spin' },
  );
  expect(messageCount(executor) - before).toBeGreaterThan(50);
});

describe('the context', () => {
  test('is that of the call, for all tasks', async () => {
    setUpTracing();
    const executor = open();
    const { result, spanContext } = await inSpan('request', async () => {
      const results = executor.map(numbers(300), { name: 'look' });
      return inSpan('later', () => results);
    });
    expect(result.result).toEqual(numbers(300).map(() => [spanContext.spanId, undefined, undefined]));
  });
});

describe('moved values', () => {
  test('move in and out, as with submit', async () => {
    const executor = open();
    const buffers = numbers(100).map((size) => new ArrayBuffer(size));
    const moved = buffers.map((buffer) => Piscina.move(buffer));
    const grown = (await executor.map(moved, { name: 'grow' })) as ArrayBuffer[];
    expect(grown.map(({ byteLength }) => byteLength)).toEqual(numbers(100).map((size) => size + 1));
    expect(buffers.every(({ byteLength }) => byteLength === 0)).toBe(true);
    const copied = (await executor.map(
      numbers(100).map((size) => new ArrayBuffer(size)),
      {
        name: 'grow',
        chunkSize: 20,
      },
    )) as ArrayBuffer[];
    expect(copied.map(({ byteLength }) => byteLength)).toEqual(numbers(100).map((size) => size + 1));
  });

  test('that cannot be moved fail their own task', async () => {
    const executor = open({ maxThreads: 1 });
    const seen: number[] = [];
    const reading = (async () => {
      const options = { name: 'moveBadly', chunkSize: 5, concurrency: 5 };
      for await (const result of executor.mapIterable(numbers(5), options))
        seen.push((result as ArrayBuffer).byteLength);
    })();
    await expect(reading).rejects.toThrow('transferList');
    expect(seen).toEqual([0, 1]);
  });
});

test('the queue tells how many tasks wait, held back or not', async () => {
  const executor = open({ maxThreads: 1, minThreads: 1 });
  const [gate, ran] = [cells(1), cells(50)];
  const results = executor.map(
    numbers(50).map((index) => ({ index, gate, ran })),
    { name: 'wait', chunkSize: 8 },
  );
  while (!ran.includes(1)) await pause(5);
  expect(executor.queueSize).toBe(49);
  Atomics.store(gate, 0, 1);
  Atomics.notify(gate, 0);
  await results;
  expect(executor.queueSize).toBe(0);
});

test.each([1, 3])('no more tasks run at once than asked for: %d', async (concurrency) => {
  const executor = open({ maxThreads: 2, concurrentTasksPerWorker: 3 });
  const running = cells(2);
  await executor.map(
    numbers(60).map(() => running),
    { name: 'crowd', concurrency },
  );
  expect(running[1]).toBe(concurrency);
});

test.each([
  [null, TypeError, 'options must be an object; received null'],
  ['double', TypeError, "options must be an object; received 'double'"],
  [{ concurrency: 0 }, RangeError, 'options.concurrency must be an integer from 1; received 0'],
  [{ concurrency: '2' }, TypeError, "options.concurrency must be an integer from 1; received '2'"],
  [{ chunkSize: 1.5 }, RangeError, "options.chunkSize must be an integer from 1 or 'auto'; received 1.5"],
  [
    { chunkSize: 'many' },
    TypeError,
    "options.chunkSize must be an integer from 1 or 'auto'; received 'many'",
  ],
  [{ stopOnError: 1 }, TypeError, 'options.stopOnError must be a boolean; received 1'],
])('bad options are told: %j', async (options, type, message) => {
  const executor = open();
  await expect(executor.map([1], options as never)).rejects.toEqual(new type(message));
});
