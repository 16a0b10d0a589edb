import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { context, diag, propagation, trace } from '@opentelemetry/api';
import type { CollectedSpan } from 'traced-pool/testing';
import { inject, TracedWorker } from 'traced-pool/context';
import type { TracedWorkerOptions } from 'traced-pool/context';
import { endWorkers, keepWorker, nextMessage as next } from '../../support/raw-workers.js';
import { inSpan, setUpTracing, tearDownTracing } from '../../support/spans.js';

const filename = join(__dirname, '..', 'workers', 'raw.cjs');
const createWorker = (options?: TracedWorkerOptions, file: string | URL = filename): TracedWorker =>
  keepWorker(new TracedWorker(file, options));
const activeId = (): string | undefined => trace.getSpanContext(context.active())?.spanId;
const idOf = (span: CollectedSpan): string => span.spanContext().spanId;
const byName = (spans: readonly CollectedSpan[], name: string): CollectedSpan[] =>
  spans.filter((span) => span.name === name);

afterEach(async () => {
  await endWorkers();
  tearDownTracing();
  diag.disable();
});

describe('a one-shot worker', () => {
  test('runs in the context that was active where it was made, its data being the user’s', async () => {
    const tracing = setUpTracing();
    const { result, spanContext } = await inSpan('request', async () => {
      const worker = createWorker({ workerData: ['once', { n: 1 }] });
      const [message] = await Promise.all([next(worker), once(worker, 'exit')]);
      return message;
    });
    expect(result).toEqual({ start: spanContext.spanId, given: ['once', { n: 1 }] });
    const [span] = byName(tracing.collected.spans, 'one-shot');
    expect(span?.parentSpanContext?.spanId).toBe(spanContext.spanId);
    expect(span?.attributes).toMatchObject({ 'thread.id': expect.any(Number) as number });
  });

  test('leaves its context to no worker that is made after it, bare or from within', async () => {
    setUpTracing();
    const source = `
      const { getEnvironmentData, parentPort, Worker } = require('node:worker_threads');
      const inner = "require('worker_threads').parentPort.postMessage(require('worker_threads').getEnvironmentData('traced-pool.start') ?? null)";
      new Worker(inner, { eval: true }).on('message', (message) => parentPort.postMessage(message));`;
    const outer = await inSpan('request', () => next(createWorker({ eval: true }, source)));
    expect(outer.result).toBeNull();
    const bare = new Worker(source, { eval: true });
    keepWorker(bare);
    expect(await next(bare)).toBeNull();
  });
});

describe('messages', () => {
  test.each([[], ['events']])(
    'are received under the request that sent them, several at once: %p',
    async (...workerData) => {
      const tracing = setUpTracing();
      const worker = createWorker({ workerData });
      const replies: unknown[] = [];
      const all = new Promise<void>((resolve) =>
        worker.on('message', ({ name }: { name: string }) => {
          if (replies.push([name, activeId()]) === 4) resolve();
        }),
      );
      const names = ['a', 'b', 'c', 'd'];
      const requests = await Promise.all(
        names.map((name) =>
          inSpan(name, async () => worker.postMessage(inject({ how: 'reply', name: `in ${name}` }))),
        ),
      );
      await all;
      await worker.terminate();
      const spans = tracing.collected.spans;
      const made = names.map((name) => byName(spans, `in ${name}`)[0]);
      expect(made.map((span) => span?.parentSpanContext?.spanId)).toEqual(
        requests.map(({ spanContext }) => spanContext.spanId),
      );
      // A reply that was injected is told of in the context that the worker was in.
      expect(replies).toEqual(made.map((span) => [span?.name, span && idOf(span)]));
      expect(worker.relayedSpans).toEqual({ handedOver: 4, dropped: 0 });
    },
  );

  test('that are bare carry nothing, whatever is active where they are posted', async () => {
    setUpTracing();
    const worker = createWorker();
    const { result } = await inSpan('request', async () => {
      worker.postMessage({ how: 'look' });
      return next(worker);
    });
    expect(result).toEqual({ spanId: undefined, baggage: undefined, isRecording: true });
  });

  test('carry the whole of a large baggage, and the registered propagator has no say between threads', async () => {
    setUpTracing();
    propagation.disable();
    propagation.setGlobalPropagator({
      fields: () => ['x'],
      inject: (_, carrier, setter) => setter.set(carrier, 'x', '1'),
      extract: (given) => given,
    });
    const worker = createWorker();
    const baggage = propagation.createBaggage({ k: { value: 'x'.repeat(1_000_000) } });
    const { spanContext, result } = await inSpan('request', async () => {
      const given = propagation.setBaggage(context.active(), baggage);
      worker.postMessage(inject({ how: 'look' }, given));
      return next(worker);
    });
    expect(result).toMatchObject({ spanId: spanContext.spanId, baggage: 1_000_000 });
  });

  test('end what is left of the context that a worker was made in', async () => {
    const tracing = setUpTracing();
    const { result, spanContext } = await inSpan('first request', async () => {
      const worker = createWorker({ workerData: ['ticking'] });
      return [worker, await next(worker)] as const;
    });
    expect(result[1]).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await result[0].terminate();
    const ticks = byName(tracing.collected.spans, 'tick');
    expect(ticks.length).toBeGreaterThan(0);
    for (const { parentSpanContext } of ticks) expect(parentSpanContext?.spanId).not.toBe(spanContext.spanId);
  });
});

describe('a backlog', () => {
  test('serves what was handed in outside of any request in no context, though another request drains it', async () => {
    setUpTracing();
    const worker = createWorker();
    const waiting = inject({ how: 'look' });
    const { result } = await inSpan('request', async () => {
      worker.postMessage(inject(waiting));
      return next(worker);
    });
    expect(result).toEqual({ spanId: undefined, baggage: undefined, isRecording: true });
  });

  test('whose messages are injected where they are handed in serves each in its own context', async () => {
    const tracing = setUpTracing();
    const worker = createWorker();
    const backlog: object[] = [];
    const replies: unknown[] = [];
    const postNext = (): void => {
      const message = backlog.shift();
      if (message) worker.postMessage(message);
    };
    const all = new Promise<void>((resolve) => {
      worker.on('message', ({ name }: { name: string }) => {
        if (replies.push(name) === 3) resolve();
        postNext();
      });
    });
    const requests: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      const { spanContext } = await inSpan(name, async () => {
        backlog.push(inject({ how: 'reply', name: `in ${name}` }));
      });
      requests.push(spanContext.spanId);
    }
    postNext();
    await all;
    await worker.terminate();
    const spans = tracing.collected.spans;
    const parents = ['a', 'b', 'c'].map((name) => byName(spans, `in ${name}`)[0]?.parentSpanContext?.spanId);
    expect(parents).toEqual(requests);
  });
});

test('a worker of a worker has its spans come out of the main thread as well', async () => {
  const tracing = setUpTracing();
  const source = `
    const { trace } = require('@opentelemetry/api');
    const { parentPort, workerData } = require('node:worker_threads');
    const { inject, TracedWorker } = require('traced-pool/context');
    parentPort.once('message', (message) =>
      trace.getTracer('outer').startActiveSpan('outer', (span) => {
        const inner = new TracedWorker(workerData);
        inner.postMessage(inject({ how: 'reply', name: 'inner' }));
        inner.once('message', async (reply) => {
          span.end();
          await inner.terminate();
          parentPort.postMessage(reply.name);
        });
      }),
    );`;
  const worker = createWorker({ eval: true, workerData: filename }, source);
  const { result, spanContext } = await inSpan('request', async () => {
    worker.postMessage(inject({ go: true }));
    return next(worker);
  });
  expect(result).toBe('inner');
  await worker.terminate();
  const spans = tracing.collected.spans;
  const [outer] = byName(spans, 'outer');
  const [inner] = byName(spans, 'inner');
  expect(outer?.parentSpanContext?.spanId).toBe(spanContext.spanId);
  expect(inner?.parentSpanContext?.spanId).toBe(outer && idOf(outer));
});

test('spans are recorded only where somebody takes them, and as soon as somebody does', async () => {
  const worker = createWorker();
  worker.postMessage({ how: 'look' });
  expect(await next(worker)).toMatchObject({ isRecording: false });
  setUpTracing();
  const { spanContext, result } = await inSpan('request', async () => {
    worker.postMessage(inject({ how: 'look' }));
    return next(worker);
  });
  expect(result).toMatchObject({ spanId: spanContext.spanId, isRecording: true });
});

test('its own processor takes the spans, and wrong options are told of', async () => {
  const spans: CollectedSpan[] = [];
  const spanProcessor = { onEnd: (span: CollectedSpan) => void spans.push(span) };
  const worker = createWorker({ workerData: ['once'], tracing: { spanProcessor } });
  await once(worker, 'exit');
  expect(spans.map(({ name }) => name)).toEqual(['one-shot']);
  expect(() => new TracedWorker(filename, { tracing: { spanProcessor: {} as never } })).toThrow(
    'options.tracing.spanProcessor must be a span processor',
  );
});

test('it is a worker, by its class and by its name', () => {
  const worker = createWorker();
  expect(worker).toBeInstanceOf(Worker);
  expect(TracedWorker.name).toBe('TracedWorker');
});
