import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { context, createTraceState, propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core';
import { Piscina } from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';
import { extract, inject } from 'traced-pool/context';
import { setUpTracing, tearDownTracing } from '../support/spans.js';

const filename = join(__dirname, 'workers', 'listener.cjs');
const SPAN = { traceId: 'a1'.repeat(16), spanId: 'b2'.repeat(8), traceFlags: 1 };

function createContext(): Context {
  const baggage = propagation.createBaggage({
    'user id': { value: 'Ms Ümlaut, 7;=' },
    plain: { value: 'x' },
  });
  const span = { ...SPAN, traceState: createTraceState('vendor=1,other=2') };
  return propagation.setBaggage(trace.setSpanContext(ROOT_CONTEXT, span), baggage);
}

const EXPECTED = {
  ...SPAN,
  traceState: 'vendor=1,other=2',
  baggage: [
    ['user id', { value: 'Ms Ümlaut, 7;=' }],
    ['plain', { value: 'x' }],
  ],
};

const workers: Worker[] = [];

function createWorker(): Worker {
  const worker = new Worker(filename);
  workers.push(worker);
  return worker;
}

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
  tearDownTracing();
});

describe('inject and extract', () => {
  test.each(['text', 7, null, undefined, { nested: [1, ['a', { b: 2n }]] }])(
    'carry a context beside %p',
    async (message) => {
      const worker = createWorker();
      worker.postMessage(inject(message, createContext()));
      const [seen] = (await once(worker, 'message')) as [unknown];
      expect(seen).toEqual({ message, ...EXPECTED });
      worker.postMessage(message);
      const [bare] = (await once(worker, 'message')) as [unknown];
      expect(bare).toEqual({ message });
    },
  );

  test('serve a bare Piscina, whose handler opens the task by hand', async () => {
    setUpTracing();
    const pool = new Piscina({ filename });
    await expect(pool.run(inject('task', createContext()))).resolves.toEqual({
      message: 'task',
      ...EXPECTED,
    });
    await expect(pool.run('task')).resolves.toEqual({ message: 'task' });
    await pool.destroy();
  });

  test('are methods of an executor as well, and take the active context', async () => {
    setUpTracing();
    const executor = new TracedThreadPoolExecutor({ filename });
    const message = context.with(createContext(), () => executor.inject({ n: 1 }));
    const seen = executor.extract((given: { n: number }) => [
      given.n,
      trace.getSpanContext(context.active())?.spanId,
    ]);
    expect(seen(message)).toEqual([1, SPAN.spanId]);
    await executor.destroy();
  });

  test('use the registered propagator', () => {
    setUpTracing();
    propagation.disable();
    propagation.setGlobalPropagator({
      fields: () => ['x-span'],
      inject: (given, carrier, setter) =>
        setter.set(carrier, 'x-span', trace.getSpanContext(given)?.spanId ?? ''),
      extract: (given, carrier, getter) =>
        trace.setSpanContext(given, {
          ...SPAN,
          spanId: String(getter.get(carrier, 'x-span')),
          traceId: 'c3'.repeat(16),
        }),
    });
    const listener = extract((_message: string) => trace.getSpanContext(context.active()));
    expect(listener(inject('m', createContext()))).toMatchObject({
      traceId: 'c3'.repeat(16),
      spanId: SPAN.spanId,
    });
  });

  test('write what OpenTelemetry’s own W3C propagators read, and read what they write', () => {
    setUpTracing();
    propagation.disable();
    const own = inject({}, createContext()) as Record<string, Record<string, string>>;
    const [carrier] = Object.values(own).filter((value) => 'traceparent' in value);
    const theirs = new CompositePropagator({
      propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()],
    });
    const written: Record<string, string> = {};
    theirs.inject(createContext(), written, { set: (target, key, value) => void (target[key] = value) });
    expect(carrier).toEqual(written);
  });

  test('keep `this`, the other arguments and the result', () => {
    const listener = extract(function (this: { n: number }, first: number, second: number) {
      return this.n + first + second;
    });
    expect(listener.call({ n: 1 }, inject(2, createContext()), 3)).toBe(6);
  });

  test.each([
    { 'traced-pool.carrier': { traceparent: '00-0-0-0' } },
    { 'traced-pool.carrier': { traceparent: `ff-${SPAN.traceId}-${SPAN.spanId}-01` } },
    { 'traced-pool.carrier': { traceparent: `00-${'0'.repeat(32)}-${SPAN.spanId}-01` } },
    { 'traced-pool.carrier': { baggage: '%E0%A4%A=1' } },
    { 'traced-pool.carrier': { traceparent: 7 } },
    { 'traced-pool.carrier': [] },
  ])('take a malformed carrier for no parent: %j', (carrier) => {
    setUpTracing();
    propagation.disable();
    const listener = extract((message: unknown) => [message, trace.getSpanContext(context.active())]);
    expect(listener({ ...carrier, message: 'm' })).toEqual(['m', undefined]);
  });

  test.each([{ 'traced-pool.carrier': null, message: 1 }, { message: 1 }, null, 'traced-pool.carrier'])(
    'pass through what was not injected: %j',
    (message) => {
      expect(extract((given: unknown) => given)(message)).toBe(message);
    },
  );

  test('keep the first context of a message that is injected again', () => {
    setUpTracing();
    const first = inject({ n: 1 }, createContext());
    expect(inject(first)).toBe(first);
    expect(inject(first, trace.setSpanContext(ROOT_CONTEXT, { ...SPAN, spanId: 'b'.repeat(16) }))).toBe(
      first,
    );
    const listener = extract((message: unknown) => [message, trace.getSpanContext(context.active())?.spanId]);
    expect(listener(inject(first))).toEqual([{ n: 1 }, SPAN.spanId]);
  });

  test('take what only looks injected for a message', () => {
    setUpTracing();
    const alike = { 'traced-pool.carrier': { traceparent: '00-0-0-0' }, message: 'theirs' };
    const listener = extract((message: unknown) => [message, trace.getSpanContext(context.active())?.spanId]);
    expect(listener(inject(alike, createContext()))).toEqual([alike, SPAN.spanId]);
  });

  test('leave a message as it is where there is no SDK, and nothing to send', () => {
    const message = { n: 1 };
    expect(inject(message)).toBe(message);
    expect(inject(message, ROOT_CONTEXT)).toBe(message);
  });

  test.each([{ n: 1 }, 'text', 0, false, null, undefined])(
    'keep %p out of every request that was injected outside of any',
    (message) => {
      setUpTracing();
      const first = inject(message);
      const again = context.with(createContext(), () => inject(first));
      expect(again).toBe(first);
      const listener = extract((given: unknown) => [given, trace.getSpanContext(context.active())]);
      expect(listener(again)).toEqual([message, undefined]);
      expect(listener(structuredClone(again))).toEqual([message, undefined]);
    },
  );

  test('run what came without a context in that of its listener', () => {
    setUpTracing();
    const message = inject('m', ROOT_CONTEXT);
    const listener = extract((_message: string) => trace.getSpanContext(context.active())?.spanId);
    expect(context.with(createContext(), () => listener(message))).toBe(SPAN.spanId);
  });
});
