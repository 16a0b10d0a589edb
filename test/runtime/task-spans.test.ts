import { join } from 'node:path';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { AlwaysOffSampler, ParentBasedSampler } from '@opentelemetry/sdk-trace-base';
import type { ExecutorOptions, TracedThreadPoolExecutor } from 'traced-pool';
import type { CollectedSpan } from 'traced-pool/testing';
import { closeAll, open as openAny } from '../support/map.js';
import { inSpan, setUpTracing } from '../support/spans.js';

const filename = join(__dirname, 'workers', 'signal-handlers.cjs');

function open(options: ExecutorOptions = {}): TracedThreadPoolExecutor {
  return openAny({ filename, maxThreads: 1, tracing: { taskSpans: true }, ...options });
}

const idOf = (span: CollectedSpan): string => span.spanContext().spanId;
const ofTasks = (spans: readonly CollectedSpan[]): readonly CollectedSpan[] =>
  spans.filter(({ instrumentationScope }) => instrumentationScope?.name === 'traced-pool');

afterEach(closeAll);

test('a task has a span of its own, from its submission to its outcome, with the handler’s spans below', async () => {
  const tracing = setUpTracing();
  const executor = open();
  const { result, spanContext } = await inSpan('request', () => executor.submit('a'));
  const spans = tracing.collected.spans;
  const [task] = ofTasks(spans) as [CollectedSpan];
  const made = spans.find(({ name }) => name === 'made a');
  expect(made?.parentSpanContext?.spanId).toBe(idOf(task));
  expect(task).toMatchObject({
    name: 'signal-handlers',
    kind: SpanKind.INTERNAL,
    parentSpanContext: { spanId: spanContext.spanId },
    status: { code: SpanStatusCode.UNSET },
    events: [],
  });
  const {
    'traced_pool.task.wait.duration': wait,
    'traced_pool.task.run.duration': run,
    ...rest
  } = task.attributes;
  expect(rest).toEqual({
    'thread.id': result,
    'thread.name': `worker-${String(result)}`,
    'code.function.name': 'default',
    'code.file.path': filename,
    'traced_pool.task.outcome': 'completed',
  });
  const seconds = task.duration[0] + task.duration[1] / 1e9;
  expect((wait as number) + (run as number)).toBeLessThanOrEqual(seconds + 0.002);
  expect(wait).toBeGreaterThan(0);
  expect(run).toBeGreaterThan(0);
});

test('tells queue wait and run time apart', async () => {
  const tracing = setUpTracing();
  const executor = open({ name: 'nap' });
  await Promise.all([executor.submit(100), executor.submit(100)]);
  const [first, second] = ofTasks(tracing.collected.spans) as [CollectedSpan, CollectedSpan];
  for (const { attributes } of [first, second])
    expect(attributes['traced_pool.task.run.duration']).toBeGreaterThanOrEqual(0.095);
  expect(second.attributes['traced_pool.task.wait.duration']).toBeGreaterThanOrEqual(0.095);
});

test.each([
  ['coded', 'QuotaError', 'E_QUOTA', 'too much'],
  ['plain', 'TypeError', 'TypeError', 'bad task'],
  ['value', 'string', 'string', 'no error'],
  ['exit', 'Error', 'Error', 'worker exited with code: 3'],
])('an error is on it, with its class and code: %s', async (how, type, errorType, message) => {
  const tracing = setUpTracing();
  const executor = open({ name: 'fail' });
  await executor.submit(how).catch(() => {});
  const [task] = ofTasks(tracing.collected.spans) as [CollectedSpan];
  expect(task).toMatchObject({
    name: 'fail',
    status: { code: SpanStatusCode.ERROR, message },
    attributes: { 'traced_pool.task.outcome': 'failed', 'error.type': errorType },
    events: [{ name: 'exception', attributes: { 'exception.type': type, 'exception.message': message } }],
  });
});

test('says where an abort has met the task', async () => {
  const tracing = setUpTracing();
  const executor = open({ name: 'block' });
  const began = new Int32Array(new SharedArrayBuffer(8));
  const running = new AbortController();
  const queued = new AbortController();
  const outcomes = Promise.allSettled([
    executor.submit(began, { signal: running.signal }),
    executor.submit(began, { signal: queued.signal }),
  ]);
  await Atomics.waitAsync(began, 0, 0).value;
  queued.abort();
  running.abort();
  await outcomes;
  const spans = ofTasks(tracing.collected.spans);
  expect(spans.map(({ attributes }) => attributes['traced_pool.task.outcome']).toSorted()).toEqual([
    'aborted_while_queued',
    'aborted_while_running',
  ]);
  for (const { attributes, events } of spans) {
    expect(attributes['error.type']).toBe('AbortError');
    expect(events[0]?.attributes).toMatchObject({ 'exception.type': 'AbortError' });
    const hasRun = attributes['traced_pool.task.outcome'] === 'aborted_while_running';
    expect('thread.id' in attributes).toBe(hasRun);
    expect('traced_pool.task.wait.duration' in attributes).toBe(hasRun);
  }
});

test('says of a task that the pool has no place for that it was rejected', async () => {
  const tracing = setUpTracing();
  const executor = open({ name: 'nap', maxQueue: 1 });
  await Promise.allSettled([1, 1, 1, 1].map((millis) => executor.submit(millis)));
  const outcomes = ofTasks(tracing.collected.spans).map(
    ({ attributes }) => attributes['traced_pool.task.outcome'],
  );
  expect(outcomes.filter((outcome) => outcome === 'rejected').length).toBeGreaterThan(0);
  expect(outcomes).toHaveLength(4);
});

test('every task of map has one', async () => {
  const tracing = setUpTracing();
  const executor = open();
  const { spanContext } = await inSpan('request', () => executor.map(['a', 'b', 'c']));
  const spans = tracing.collected.spans;
  const tasks = ofTasks(spans);
  expect(tasks.map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual(
    Array.from({ length: 3 }, () => spanContext.spanId),
  );
  const made = spans.filter(({ name }) => name.startsWith('made'));
  expect(new Set(made.map(({ parentSpanContext }) => parentSpanContext?.spanId))).toEqual(
    new Set(tasks.map(idOf)),
  );
});

test('is the application’s to sample', async () => {
  const tracing = setUpTracing({ sampler: new ParentBasedSampler({ root: new AlwaysOffSampler() }) });
  await expect(open().submit('a')).resolves.toEqual(expect.any(Number));
  expect(tracing.collected.spans).toEqual([]);
});

test('there is none without an SDK, nor by default', async () => {
  await expect(open().submit('a')).resolves.toEqual(expect.any(Number));
  const tracing = setUpTracing();
  await open({ tracing: {} }).submit('a');
  expect(ofTasks(tracing.collected.spans)).toEqual([]);
});
