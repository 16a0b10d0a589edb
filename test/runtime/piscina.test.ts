import { join } from 'node:path';
import { ROOT_CONTEXT, context, propagation, trace } from '@opentelemetry/api';
import { AlwaysOffSampler, ParentBasedSampler } from '@opentelemetry/sdk-trace-base';
import { Piscina } from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';
import type { ExecutorOptions } from 'traced-pool';
import { collectSpans } from 'traced-pool/testing';
import { inSpan, setUpTracing, tearDownTracing } from '../support/spans.js';

const filename = join(__dirname, 'workers', 'spans.cjs');
const executors: TracedThreadPoolExecutor[] = [];

function createExecutor(options: ExecutorOptions = {}): TracedThreadPoolExecutor {
  const executor = new TracedThreadPoolExecutor({ filename, name: 'one', ...options });
  executors.push(executor);
  return executor;
}

/** Without the keys that hold nothing, which a copy to another thread leaves out. */
const toPlain = (value: object): object => JSON.parse(JSON.stringify(value)) as object;

afterEach(async () => {
  await Promise.all(executors.splice(0).map((executor) => executor.destroy()));
  tearDownTracing();
});

describe('spans of workers', () => {
  test.each<ExecutorOptions>([
    {},
    { idleTimeout: 50 },
    { idleTimeout: 50, minThreads: 0, maxThreads: 3 },
    { atomics: 'async' },
    { atomics: 'disabled' },
    { concurrentTasksPerWorker: 4, maxThreads: 1 },
    { execArgv: [], env: {} },
  ])('100 of 100 are exported under their request, each once, with %j', async (options) => {
    const tracing = setUpTracing();
    const executor = createExecutor(options);
    const requests = await Promise.all(
      Array.from({ length: 10 }, (_, request) =>
        inSpan(`request ${request}`, () =>
          executor.map(Array.from({ length: 10 }, (__, task) => `${request}.${task}`)),
        ),
      ),
    );
    const spans = tracing.collected.spans.filter(
      ({ instrumentationScope }) => instrumentationScope?.name === 'spans',
    );
    const expected = requests.flatMap(({ result, spanContext }) =>
      result.map((name) => [name, spanContext.traceId, spanContext.spanId]),
    );
    const actual = spans.map((span) => [
      span.name,
      span.spanContext().traceId,
      span.parentSpanContext?.spanId,
    ]);
    expect(actual).toHaveLength(100);
    expect(actual.toSorted()).toEqual(expected.toSorted());
    expect(executor.relayedSpans).toEqual({ handedOver: 100, dropped: 0 });
  });

  test('have been handed over when the result is there', async () => {
    const collected = collectSpans();
    const executor = createExecutor({ tracing: { spanProcessor: collected } });
    for (let count = 1; count <= 100; count++) {
      await executor.submit(`span ${count}`);
      expect(collected.spans).toHaveLength(count);
    }
    expect(collected.spans.at(-1)?.name).toBe('span 100');
  });

  test('keep everything that a span can have', async () => {
    const tracing = setUpTracing();
    const executor = createExecutor({ name: 'rich' });
    const { spanContext } = await inSpan('request', () => executor.submit(null));
    const span = tracing.collected.spans.find(({ name }) => name === 'richer');
    const [main] = tracing.collected.spans.filter(({ name }) => name === 'request');
    expect(span).toMatchObject({
      kind: 2,
      parentSpanContext: { spanId: spanContext.spanId, traceId: spanContext.traceId },
      startTime: [1_700_000_000, 5],
      endTime: [1_700_000_001, 7],
      duration: [1, 2],
      ended: true,
      status: { code: 2, message: 'it failed' },
      links: [{ context: { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) }, attributes: { why: 'link' } }],
      instrumentationScope: { name: 'spans', version: '1.2.3' },
      droppedAttributesCount: 0,
    });
    const { 'thread.id': threadId, 'thread.name': threadName, ...attributes } = span?.attributes ?? {};
    expect(attributes).toEqual({ text: 'x', count: 2, flag: true, list: ['a', 'b'], late: 1.5 });
    expect(threadName).toBe(`worker-${String(threadId)}`);
    expect(span?.events.map(({ name }) => name)).toEqual(['first', 'second', 'exception']);
    expect(span?.events[0]).toMatchObject({ time: [1_700_000_000, 10], attributes: { step: 1 } });
    expect(span?.events[2]?.attributes).toMatchObject({
      'exception.type': 'E_FAR',
      'exception.message': 'too far',
    });
    expect(span?.resource).toBe(main?.resource);
  });

  test('made without a parent are roots', async () => {
    const tracing = setUpTracing();
    const executor = createExecutor();
    await executor.submit('lonely');
    await executor.submit('detached', { name: 'root' });
    const spans = tracing.collected.spans;
    expect(spans.map(({ name, parentSpanContext }) => [name, parentSpanContext])).toEqual([
      ['lonely', undefined],
      ['detached', undefined],
    ]);
    expect(new Set(spans.map((span) => span.spanContext().traceId)).size).toBe(2);
  });

  test('that end after the result are handed over when the pool is closed', async () => {
    const tracing = setUpTracing();
    const executor = createExecutor({ name: 'straggle', atomics: 'disabled' });
    const { spanContext } = await inSpan('request', () => executor.submit(null));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await executor.close();
    const straggler = tracing.collected.spans.find(({ name }) => name === 'straggler');
    expect(straggler?.parentSpanContext?.spanId).toBe(spanContext.spanId);
  });

  test.each(['exit', 'throw', 'spin'])('that ended before the worker died are not lost: %s', async (how) => {
    const tracing = setUpTracing();
    const executor = createExecutor({ name: 'die', maxThreads: 1 });
    executor.on('error', () => {});
    const controller = new AbortController();
    const ready = new Int32Array(new SharedArrayBuffer(4));
    const task = inSpan('request', () =>
      executor.submit({ how, count: 100, ready }, { signal: controller.signal }),
    );
    const failure = expect(task).rejects.toThrow();
    await Atomics.waitAsync(ready, 0, 0).value;
    if (how === 'spin') controller.abort();
    await failure;
    await executor.destroy();
    const spans = tracing.collected.spans.filter(({ name }) => name.startsWith('last'));
    expect(new Set(spans.map(({ name }) => name)).size).toBe(100);
    expect(spans).toHaveLength(100);
  });

  test('survive a processor that throws', async () => {
    const bad = {
      onStart() {},
      onEnd() {
        throw new Error('full disk');
      },
      forceFlush: async () => {},
      shutdown: async () => {},
    };
    const executor = createExecutor({ tracing: { spanProcessor: bad } });
    await expect(executor.submit('a')).resolves.toBe('a');
    expect(executor.relayedSpans).toEqual({ handedOver: 0, dropped: 1 });
  });
});

describe('the context of a task', () => {
  test('is that of its submitter, as it was when the task was submitted', async () => {
    setUpTracing();
    const executor = createExecutor({ name: 'look', maxThreads: 1 });
    const seen = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) =>
        inSpan(name, () => executor.submit(null) as Promise<{ spanContext: object }>),
      ),
    );
    for (const { result, spanContext } of seen) expect(result.spanContext).toEqual(toPlain(spanContext));
  });

  test('has the whole baggage', async () => {
    setUpTracing();
    const executor = createExecutor({ name: 'look' });
    const entries = Array.from({ length: 300 }, (_, index) => [`key ${index}`, 'ü'.repeat(40)] as const);
    const baggage = propagation.createBaggage(
      Object.fromEntries(entries.map(([key, value]) => [key, { value }])),
    );
    const active = propagation.setBaggage(ROOT_CONTEXT, baggage);
    const { baggage: arrived } = (await context.with(active, () => executor.submit(null))) as {
      baggage: unknown;
    };
    expect(arrived).toEqual(entries);
  });

  test('can be given, or left behind', async () => {
    setUpTracing();
    const executor = createExecutor({ name: 'look' });
    const given = { traceId: 'c'.repeat(32), spanId: 'd'.repeat(16), traceFlags: 1 };
    const active = trace.setSpanContext(ROOT_CONTEXT, given);
    const { result } = await inSpan('request', async () => [
      await executor.submit(null, { context: active }),
      await executor.submit(null, { context: ROOT_CONTEXT }),
    ]);
    expect(result).toMatchObject([{ spanContext: given }, { isRecording: true }]);
    expect(result[1]).not.toHaveProperty('spanContext.traceId');
  });

  test('decides on sampling', async () => {
    const tracing = setUpTracing({ sampler: new ParentBasedSampler({ root: new AlwaysOffSampler() }) });
    const executor = createExecutor({ name: 'look' });
    const { result, spanContext } = await inSpan('unsampled', () => executor.submit(null));
    expect(result).toMatchObject({
      spanContext: { ...toPlain(spanContext), traceFlags: 0 },
      isRecording: false,
    });
    expect(tracing.collected.spans).toEqual([]);
  });
});

describe('without an SDK', () => {
  test('tasks run, nothing is recorded and nothing is relayed', async () => {
    const executor = createExecutor({ name: 'look' });
    await expect(executor.submit(null)).resolves.toMatchObject({ isRecording: false });
    expect(executor.relayedSpans).toEqual({ handedOver: 0, dropped: 0 });
  });

  test('an SDK that is set up later is used', async () => {
    const executor = createExecutor();
    await executor.submit('early');
    const tracing = setUpTracing();
    await inSpan('request', () => executor.submit('late'));
    expect(tracing.collected.spans.map(({ name }) => name)).toEqual(['late', 'request']);
  });
});

describe('all else', () => {
  test('is Piscina: class, statics, options, events', async () => {
    const executor = createExecutor({ maxThreads: 3, idleTimeout: 7 });
    expect(executor).toBeInstanceOf(Piscina);
    expect(TracedThreadPoolExecutor.version).toBe(Piscina.version);
    const plain = new Piscina({ filename, name: 'one', maxThreads: 3, idleTimeout: 7 });
    executors.push(plain as TracedThreadPoolExecutor);
    expect({ ...executor.options }).toEqual({ ...plain.options });
    const closed = new Promise((resolve) => executor.once('close', resolve));
    await executor.close();
    await closed;
    expect(executor.threads).toEqual([]);
  });

  test('bad options are rejected in Piscina’s words', async () => {
    const executor = createExecutor();
    expect(() => new TracedThreadPoolExecutor({ filename: 3 as never })).toThrow(
      'options.filename must be a string or null',
    );
    expect(() => new TracedThreadPoolExecutor({ name: 3 as never })).toThrow(
      'options.name must be a string or null',
    );
    await expect(executor.submit(1, { signal: 3 as never })).rejects.toThrow(
      'signal argument must be an object',
    );
    await expect(executor.run(1, { transferList: 3 as never })).rejects.toThrow(
      'transferList argument must be an Array',
    );
    await expect(new TracedThreadPoolExecutor().run(1)).rejects.toThrow('filename must be provided');
  });

  test('a file that fails to load at start-up is an error event', async () => {
    const executor = new TracedThreadPoolExecutor({ filename: join(__dirname, 'absent.cjs'), maxThreads: 1 });
    // Each worker that is started in the place of the last one emits its own.
    const error = await new Promise<Error>((resolve) => executor.on('error', resolve));
    expect(error.message).toContain('absent.cjs');
    await executor.destroy();
  });

  test('map rejects with the first error, also that of its own items', async () => {
    const executor = createExecutor();
    function* items(): Generator<string> {
      yield 'a';
      throw new RangeError('no more');
    }
    await expect(executor.map(items())).rejects.toThrow(new RangeError('no more'));
    await expect(executor.map(['a', Symbol('b') as never])).rejects.toMatchObject({ name: 'DataCloneError' });
    await expect(executor.map([])).resolves.toEqual([]);
  });
});
