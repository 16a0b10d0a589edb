import { join } from 'node:path';
import { collectSpans } from 'traced-pool/testing';
import { cells, closeAll, keep, numbers, pause } from '../support/map.js';
import { inSpan, setUpTracing } from '../support/spans.js';
import type { Tracing } from '../support/spans.js';
import { TracedThreadPoolExecutor } from 'traced-pool';
import type { ExecutorOptions } from 'traced-pool';

const filename = join(__dirname, 'workers', 'waiting-spans.cjs');

const open = (options: ExecutorOptions): TracedThreadPoolExecutor =>
  keep(new TracedThreadPoolExecutor({ filename, maxThreads: 2, minThreads: 1, ...options }));

const namesOf = ({ collected }: Tracing): string[] => collected.spans.map(({ name }) => name);

/** Resolves when a span has arrived; never by itself. */
async function arrived(tracing: Tracing, name: string): Promise<void> {
  while (!namesOf(tracing).includes(name)) await pause(2);
}

afterEach(closeAll);

test('a span reaches the processors while its task still runs, and keeps its thread busy', async () => {
  const tracing = setUpTracing();
  const executor = open({ name: 'standStill' });
  const cell = cells(1);
  const { result, spanContext } = await inSpan('request', async () => {
    const task = executor.submit({ cell, names: ['first', 'second'] });
    await arrived(tracing, 'second');
    Atomics.store(cell, 0, 1);
    Atomics.notify(cell, 0);
    return task;
  });
  expect(result).toBe(true);
  const parents = tracing.collected.spans
    .filter(({ name }) => name !== 'request')
    .map(({ name, parentSpanContext }) => [name, parentSpanContext?.spanId]);
  expect(parents).toEqual([
    ['first', spanContext.spanId],
    ['second', spanContext.spanId],
  ]);
});

test('so it does where the worker had relayed before, and nothing has run for a while', async () => {
  const tracing = setUpTracing();
  const executor = open({ name: 'standStill' });
  const released = cells(1).fill(1);
  for (const name of ['early', 'earlier']) {
    await executor.submit({ cell: released, names: [name] });
    // What looks for spans has stopped by then.
    await pause(100);
  }
  const cell = cells(1);
  const task = executor.submit({ cell, names: ['now'] });
  await arrived(tracing, 'now');
  Atomics.store(cell, 0, 1);
  Atomics.notify(cell, 0);
  expect(await task).toBe(true);
});

test('a span that ends after its task is told of, whether others run by then or none', async () => {
  const tracing = setUpTracing();
  const executor = open({ name: 'lateSpan', atomics: 'disabled', idleTimeout: Infinity });
  await executor.submit(200);
  await arrived(tracing, 'late');
  await executor.submit(1);
  await executor.submit(0);
  while (namesOf(tracing).length < 3) await pause(2);
  expect(executor.relayedSpans).toEqual({ handedOver: 3, dropped: 0 });
});

test('spans that go as messages and those that go as text come each once, with all their values', async () => {
  const tracing = setUpTracing();
  const executor = open({ name: 'oddSpans' });
  await executor.submit(5000);
  const ratios = tracing.collected.spans.map(({ name, attributes }) => [name, attributes['ratio']]);
  const byNumber = ([one]: unknown[], [other]: unknown[]): number =>
    Number(String(one).slice(4)) - Number(String(other).slice(4));
  expect(ratios.toSorted(byNumber)).toEqual(
    numbers(5000).map((index) => [`odd ${index}`, index % 3 === 0 ? NaN : -0.5]),
  );
});

test('timers that a test fakes hold up neither a result nor its spans', async () => {
  const tracing = setUpTracing();
  const executor = open({ name: 'oddSpans' });
  jest.useFakeTimers();
  try {
    await executor.submit(3000);
  } finally {
    jest.useRealTimers();
  }
  expect(tracing.collected.spans).toHaveLength(3000);
});

test('two executors relay side by side', async () => {
  setUpTracing();
  const taken = [collectSpans(), collectSpans()];
  const executors = taken.map((spanProcessor) =>
    open({ name: 'oddSpans', tracing: { spanProcessor: spanProcessor as never } }),
  );
  await Promise.all(
    executors.flatMap((executor, index) => [executor.submit(100 + index), executor.submit(7)]),
  );
  expect(taken.map(({ spans }) => spans.length)).toEqual([107, 108]);
});
