import { join } from 'node:path';
import { metrics } from '@opentelemetry/api';
import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';
import type { ExecutorOptions, TracedThreadPoolExecutor } from 'traced-pool';
import { closeAll, open as openAny } from '../support/map.js';

const filename = join(__dirname, 'workers', 'signal-handlers.cjs');

/** Reads when it is asked. */
class ManualReader extends MetricReader {
  protected async onForceFlush(): Promise<void> {}

  protected async onShutdown(): Promise<void> {}
}

type Points = Record<string, { value: unknown; attributes: Record<string, unknown> }[]>;

function setUpMetrics(): () => Promise<Points> {
  const reader = new ManualReader();
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  return async () => {
    const { resourceMetrics, errors } = await reader.collect();
    expect(errors).toEqual([]);
    const entries = resourceMetrics.scopeMetrics
      .filter(({ scope }) => scope.name === 'traced-pool')
      .flatMap(({ metrics: all }) => all)
      .map(({ descriptor, dataPoints }) => [
        `${descriptor.name} ${descriptor.unit}`,
        dataPoints.map(({ value, attributes }) => ({ value, attributes })),
      ]);
    return Object.fromEntries(entries) as Points;
  };
}

function open(options: ExecutorOptions = {}): TracedThreadPoolExecutor {
  return openAny({ filename, maxThreads: 1, tracing: { metrics: true }, ...options });
}

afterEach(async () => {
  await closeAll();
  metrics.disable();
});

test('an executor tells its queue, its threads and what became of its tasks', async () => {
  const read = setUpMetrics();
  const executor = open({ maxThreads: 2, minThreads: 2, tracing: { metrics: true, name: 'thumbnails' } });
  await Promise.allSettled([
    executor.submit(60, { name: 'nap' }),
    executor.submit(60, { name: 'nap' }),
    executor.submit('coded', { name: 'fail' }),
  ]);
  const points = await read();
  const name = { 'traced_pool.executor.name': 'thumbnails' };
  const nap = { ...name, 'code.function.name': 'nap' };
  const fail = { ...name, 'code.function.name': 'fail' };
  const completed = { 'traced_pool.task.outcome': 'completed' };
  const failed = { 'traced_pool.task.outcome': 'failed' };
  expect(points).toMatchObject({
    'traced_pool.executor.queue.size {task}': [{ value: 0, attributes: name }],
    'traced_pool.executor.thread.count {thread}': [{ value: 2, attributes: name }],
    'traced_pool.executor.thread.limit {thread}': [{ value: 2, attributes: name }],
    'traced_pool.executor.span.dropped {span}': [{ value: 0, attributes: name }],
    'traced_pool.executor.task.completed {task}': [
      { value: 1, attributes: { ...fail, ...failed } },
      { value: 2, attributes: { ...nap, ...completed } },
    ].toSorted((left, right) => Number(right.value) - Number(left.value)),
    'traced_pool.executor.task.wait.duration s': expect.arrayContaining([
      { value: expect.objectContaining({ count: 2 }), attributes: nap },
      { value: expect.objectContaining({ count: 1 }), attributes: fail },
    ]),
  });
  const runs = points['traced_pool.executor.task.run.duration s'] ?? [];
  const napped = runs.find(({ attributes }) => attributes['code.function.name'] === 'nap');
  expect(napped?.attributes).toEqual({ ...nap, ...completed });
  expect((napped?.value as { sum: number }).sum).toBeGreaterThanOrEqual(0.115);
});

test('it tells how many tasks wait, and how many it had no place for', async () => {
  const read = setUpMetrics();
  const executor = open({ name: 'nap', minThreads: 1, maxQueue: 2 });
  const tasks = Promise.allSettled(Array.from({ length: 6 }, () => executor.submit(100)));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const before = await read();
  expect(before['traced_pool.executor.queue.size {task}']?.[0]?.value).toBeGreaterThan(0);
  const rejected = (await tasks).filter(({ status }) => status === 'rejected').length;
  expect(rejected).toBeGreaterThan(0);
  const points = await read();
  expect(points['traced_pool.executor.task.rejected {task}']?.[0]?.value).toBe(rejected);
  expect(points['traced_pool.executor.task.completed {task}']?.[0]?.value).toBe(6 - rejected);
});

test('several executors are told apart; a meter provider may come later', async () => {
  const executors = [open({ tracing: { metrics: true, name: 'early' } }), open()];
  await Promise.all(executors.map((executor) => executor.submit('a')));
  const read = setUpMetrics();
  await Promise.all(executors.map((executor) => executor.submit('b')));
  const points = await read();
  const limits = points['traced_pool.executor.thread.limit {thread}'] ?? [];
  const names = limits.map(({ attributes }) => attributes['traced_pool.executor.name']);
  expect(names.toSorted()).toEqual(['early', 'signal-handlers']);
});

test('there are none without a meter provider, nor by default', async () => {
  await open().submit('a');
  const read = setUpMetrics();
  await open({ tracing: {} }).submit('a');
  expect(await read()).toEqual({});
});
