import { once } from 'node:events';
import { join } from 'node:path';
import { diag } from '@opentelemetry/api';
import type { SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { TracedThreadPoolExecutor } from 'traced-pool';
import type { ExecutorOptions } from 'traced-pool';
import { collectSpans } from 'traced-pool/testing';
import type { CollectedSpan } from 'traced-pool/testing';
import { runRelay } from '../support/run-relay.js';
import type { RelayRunOptions } from '../support/run-relay.js';
import { removeScratchFolders } from '../support/scratch.js';
import { inSpan, setUpTracing, tearDownTracing } from '../support/spans.js';

const filename = join(__dirname, 'workers', 'relay-spans.cjs');
const executors: TracedThreadPoolExecutor[] = [];

function createExecutor(options: ExecutorOptions = {}): TracedThreadPoolExecutor {
  const executor = new TracedThreadPoolExecutor({ filename, maxThreads: 1, ...options });
  executor.on('error', () => {});
  executors.push(executor);
  return executor;
}

const isLoading = ({ name }: { name: string }): boolean => name === 'load';
const idOf = (span: CollectedSpan): string => span.spanContext().spanId;
const ERROR = 2;
const CLOSED = { 'error.type': 'worker_terminated', 'traced_pool.closed_by_executor': true };

afterEach(async () => {
  await Promise.all(executors.splice(0).map((executor) => executor.destroy()));
  tearDownTracing();
  diag.disable();
});

afterAll(removeScratchFolders);

describe('an SDK that is preloaded into workers as well', () => {
  test.each<RelayRunOptions>([
    { how: '--require' },
    { how: '--import' },
    { how: 'NODE_OPTIONS' },
    { how: '--require', env: { PROCESSOR: 'simple' } },
    { how: '--require', pool: { idleTimeout: 10 } },
    { how: '--require', pool: { execArgv: [], env: {} } },
    { how: '--require', env: { SDK_IN: 'main' } },
  ])('has each of its spans exported by the main thread, once: %j', async (options) => {
    const { spans, made, relayedSpans } = await runRelay(options);
    const isPreloaded = !options.env?.['SDK_IN'] && !(options.pool && 'execArgv' in options.pool);
    expect(made).toHaveLength(isPreloaded ? 200 : 100);
    const ofTasks = spans.filter(({ name }) => /^(made|early)/.test(name));
    const actual = ofTasks.map(({ spanId, parentSpanId }) => ({ spanId, parent: parentSpanId }));
    const byId = (one: { spanId: string }, other: { spanId: string }): number =>
      one.spanId < other.spanId ? -1 : 1;
    expect(actual.toSorted(byId)).toEqual(made.toSorted(byId));
    expect(new Set(spans.map(({ exportedBy, service }) => `${exportedBy} ${service}`))).toEqual(
      new Set(['0 the application']),
    );
    expect(new Set(ofTasks.map(({ scope }) => scope))).toEqual(
      new Set(isPreloaded ? ['preload', 'relay-spans'] : ['relay-spans']),
    );
    for (const { attributes } of ofTasks)
      expect(attributes['started.in']).toBe(isPreloaded ? attributes['thread.id'] : undefined);
    expect(relayedSpans).toEqual({ handedOver: made.length + spans.filter(isLoading).length, dropped: 0 });
  });

  test('keeps its spans where the main thread has no SDK', async () => {
    const { spans, made, relayedSpans } = await runRelay({
      how: '--require',
      env: { SDK_IN: 'worker', PROCESSOR: 'simple' },
    });
    expect(spans.filter((span) => !isLoading(span)).map(({ spanId }) => spanId)).toHaveLength(made.length);
    expect(new Set(spans.map(({ spanId }) => spanId))).toEqual(
      new Set([...made, ...spans.filter(isLoading)].map(({ spanId }) => spanId)),
    );
    expect(spans.every(({ exportedBy, service }) => exportedBy > 0 && service === 'a worker')).toBe(true);
    expect(relayedSpans).toEqual({ handedOver: 0, dropped: 0 });
  });

  test('keeps its spans where it hides its processors, which is said once a worker', async () => {
    const { spans, warnings, made, relayedSpans } = await runRelay({
      how: '--require',
      env: { HIDDEN: '1', PROCESSOR: 'simple' },
      pool: { maxThreads: 1 },
    });
    const ofTasks = spans.filter(({ name }) => /^(made|early)/.test(name));
    expect(new Set(ofTasks.map(({ spanId }) => spanId))).toEqual(new Set(made.map(({ spanId }) => spanId)));
    expect(ofTasks).toHaveLength(made.length);
    expect(ofTasks.every(({ exportedBy }) => exportedBy > 0)).toBe(true);
    expect(warnings).toEqual([expect.stringContaining('does not show its span processors')]);
    expect(relayedSpans).toEqual({ handedOver: 0, dropped: 0 });
  });

  test('has its open spans ended when the worker dies', async () => {
    const { spans, relayedSpans } = await runRelay({ how: '--require', handler: 'exit', taskCount: 2 });
    const named = (prefix: string) => spans.filter(({ name }) => name.startsWith(prefix));
    const requests = new Set(named('request').map(({ spanId }) => spanId));
    const outer = new Map(named('outer').map((span) => [span.spanId, span.name.slice('outer '.length)]));
    expect(outer.size).toBe(20);
    for (const span of named('inner'))
      expect(outer.get(span.parentSpanId ?? '')).toBe(span.name.slice('inner '.length));
    for (const span of [...named('outer'), ...named('inner')])
      expect(span).toMatchObject({ exportedBy: 0, attributes: CLOSED, status: { code: ERROR } });
    for (const span of [...named('outer'), ...named('ended')])
      expect(requests.has(span.parentSpanId ?? '')).toBe(true);
    expect(['ended', 'outer', 'inner'].map((prefix) => named(prefix).length)).toEqual([20, 20, 20]);
    expect(relayedSpans).toEqual({ handedOver: 60 + named('load').length, dropped: 0 });
  });
});

describe('spans that are open when their worker dies', () => {
  test.each(['exit', 'throw', 'reject', 'spin', 'memory', 'rethrow'])(
    'are ended by the main thread: %s',
    async (how) => {
      const tracing = setUpTracing();
      const executor = createExecutor({ resourceLimits: { maxOldGenerationSizeMb: 20 } });
      const ready = new Int32Array(new SharedArrayBuffer(4));
      const controller = new AbortController();
      const request = inSpan('request', async () => {
        const task = executor.submit({ how, ready }, { name: 'die', signal: controller.signal });
        await expect(task).rejects.toThrow();
      });
      await Atomics.waitAsync(ready, 0, 0).value;
      if (how === 'spin') controller.abort();
      const { spanContext } = await request;
      await executor.destroy();
      const seenAt = Date.now();
      const spans = tracing.collected.spans.filter((span) => !isLoading(span));
      const [ended, outer, inner] = ['ended', 'outer open', 'inner open'].map((name) =>
        spans.find((span) => span.name === name),
      ) as [CollectedSpan, CollectedSpan, CollectedSpan];
      expect(spans.map(({ name }) => name).toSorted()).toEqual([
        'ended',
        'inner open',
        'outer open',
        'request',
      ]);
      expect(ended.status.code).toBe(0);
      expect(outer.parentSpanContext?.spanId).toBe(spanContext.spanId);
      expect(inner.parentSpanContext?.spanId).toBe(idOf(outer));
      expect(inner.spanContext().traceId).toBe(spanContext.traceId);
      expect(inner.attributes).toMatchObject(CLOSED);
      expect(outer).toMatchObject({
        kind: 1,
        ended: true,
        status: { code: ERROR, message: 'The worker ended before the span did' },
        links: [{ context: { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) } }],
        instrumentationScope: { name: 'relay-spans', version: '2.0' },
        resource: tracing.provider['_resource' as never],
      });
      const { 'thread.id': threadId, 'thread.name': threadName, ...attributes } = outer.attributes;
      expect(threadName).toBe(`worker-${String(threadId)}`);
      const given = { 'page.title': 'Ünïcödé ✓\n"quoted"', size: 7, parts: ['x', 'y'] };
      expect(attributes).toEqual({ ...given, ...CLOSED });
      expect(outer.endTime[0] * 1000 + outer.endTime[1] / 1e6).toBeLessThanOrEqual(seenAt);
      expect(outer.duration[0]).toBeGreaterThanOrEqual(0);
      expect(executor.relayedSpans).toMatchObject({ dropped: 0 });
    },
  );

  test('are ended when the pool recycles an idle worker', async () => {
    const tracing = setUpTracing();
    const executor = createExecutor({ minThreads: 0, idleTimeout: 10 });
    const recycled = once(executor, 'workerDestroy');
    await executor.submit({ count: 1 }, { name: 'leave' });
    await recycled;
    await executor.close();
    const spans = tracing.collected.spans.filter((span) => !isLoading(span));
    expect(spans.map(({ name, status }) => [name, status.code])).toEqual([
      ['ends 0', 0],
      ['open 0', ERROR],
    ]);
  });

  test('are as many as were open, and none that had ended', async () => {
    setUpTracing();
    const collected = collectSpans();
    const executor = createExecutor({ tracing: { spanProcessor: collected } });
    for (let round = 0; round < 3; round++) await executor.submit(1000, { name: 'crowd' });
    await executor.submit({ count: 500 }, { name: 'leave' });
    await executor.close();
    const ended = collected.spans;
    const closed = ended.filter(({ attributes }) => 'traced_pool.closed_by_executor' in attributes);
    const expected = ['crowd 0', 'crowd 0', 'crowd 0', ...Array.from({ length: 500 }, (_, n) => `open ${n}`)];
    expect(closed.map(({ name }) => name).toSorted()).toEqual(expected.toSorted());
    expect(new Set(ended.map(idOf)).size).toBe(ended.length);
    expect(ended.filter((span) => !isLoading(span))).toHaveLength(3 * 1000 + 2 * 500);
  });

  test('are noted to a bound: the newest 8,192 of a worker, and those that end still come through', async () => {
    const collected = collectSpans();
    const executor = createExecutor({ tracing: { spanProcessor: collected } });
    await executor.submit(20_000, { name: 'crowd' });
    await executor.submit({ count: 9000 }, { name: 'leave' });
    await executor.close();
    const ended = collected.spans;
    const closed = ended.filter(({ attributes }) => 'traced_pool.closed_by_executor' in attributes);
    expect(closed).toHaveLength(8192);
    expect(closed.some(({ name }) => name === 'open 8999')).toBe(true);
    expect(ended.filter((span) => !isLoading(span))).toHaveLength(19_999 + 9000 + 8192);
  });

  test('come without attributes that are too long to be noted, which are counted', async () => {
    const collected = collectSpans();
    const executor = createExecutor({ tracing: { spanProcessor: collected } });
    await executor.submit({ count: 1, attributes: { body: '✓'.repeat(5000), size: 1 } }, { name: 'leave' });
    await executor.close();
    const ended = collected.spans;
    const open = ended.find(({ name }) => name === 'open 0');
    expect(open?.attributes).not.toHaveProperty('body');
    expect(open).toMatchObject({ attributes: CLOSED, droppedAttributesCount: 2 });
  });
});

describe('an executor in a worker', () => {
  test('has the spans of its workers exported by the main thread', async () => {
    const tracing = setUpTracing();
    const executor = createExecutor({ name: 'delegate' });
    const { spanContext, result } = await inSpan('request', () => executor.submit('far'));
    await executor.close();
    const spans = tracing.collected.spans.filter((span) => !isLoading(span));
    const seen = spans.map(({ name, parentSpanContext, status }) => [
      name,
      parentSpanContext?.spanId === spanContext.spanId,
      status.code,
    ]);
    expect(seen.toSorted()).toEqual([
      ['ends 0', true, 0],
      ['made far', true, 0],
      ['open 0', true, ERROR],
      ['request', false, 0],
    ]);
    expect(result).toEqual({ handedOver: 4, dropped: 0 });
  });
});

describe('several processors, one of which throws', () => {
  const named = (spans: readonly CollectedSpan[]) => spans.map(({ name }) => name).toSorted();

  test('each of the others has each span; the loss is counted and told', async () => {
    const errors: unknown[] = [];
    const log = { error: (...words: unknown[]) => void errors.push(words.at(-1)) };
    diag.setLogger({ warn() {}, info() {}, debug() {}, verbose() {}, ...log });
    const failure = new Error('full disk');
    const first = collectSpans();
    const throwing: SpanProcessor = {
      onStart() {},
      forceFlush: async () => {},
      shutdown: async () => {},
      onEnd() {
        throw failure;
      },
    };
    const tracing = setUpTracing({ processors: [first, throwing] });
    const executor = createExecutor({ name: 'make' });
    for (const task of ['a', 'b', 'c']) await executor.submit(task);
    await executor.close();
    expect(named(first.spans)).toEqual(['load', 'made a', 'made b', 'made c']);
    expect(named(tracing.collected.spans)).toEqual(named(first.spans));
    expect(executor.relayedSpans).toEqual({ handedOver: 0, dropped: 4 });
    expect(errors).toEqual(Array.from({ length: 4 }, () => failure));
  });
});
