import { context, diag, ROOT_CONTEXT } from '@opentelemetry/api';
import { SamplingDecision, TraceIdRatioBasedSampler } from '@opentelemetry/sdk-trace-base';
import type { Sampler } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { TracedThreadPoolExecutor } from 'traced-pool';
import { collectSpans, spanTree } from 'traced-pool/testing';
import type { CollectOptions } from 'traced-pool/testing';
import { inSpan, tearDownTracing } from '../../support/spans.js';
import { begin, filename, namesOf, register, runTask } from '../../support/testing/begin.js';

afterEach(() => {
  tearDownTracing();
  diag.disable();
});

describe('a collector that is given to a provider', () => {
  test('has the spans of the main thread and of workers, as they end', async () => {
    const spans = collectSpans();
    register(spans);
    await runTask();
    expect(spanTree(spans)).toBe('request\n  resize');
    expect(namesOf(spans.spans)).toEqual(['resize', 'request']);
    expect(spans.spans[0]?.attributes['thread.name']).toBeDefined();
  });

  test('may be the processor of an executor alone', async () => {
    const spans = collectSpans();
    const executor = new TracedThreadPoolExecutor({ filename, tracing: { spanProcessor: spans } });
    register();
    await inSpan('request', () => executor.submit('resize', { name: 'one' }));
    await executor.close();
    expect(spanTree(spans)).toBe('resize (orphan)');
  });

  test('hears each span once, though it is attached as well', () => {
    const spans = collectSpans();
    register(spans);
    spans.attach();
    begin('once').end();
    expect(namesOf(spans.spans)).toEqual(['once']);
    spans.stop();
    begin('never').end();
    expect(namesOf(spans.spans)).toEqual(['once']);
  });

  test('tells what has not ended', () => {
    const spans = collectSpans();
    register(spans);
    const parent = begin('parent');
    begin('child', parent).end();
    expect(namesOf(spans.openSpans)).toEqual(['parent']);
    expect(spanTree(spans)).toBe('parent (not ended)\n  child');
    expect(spanTree(spans.spans)).toBe('child (orphan)');
    parent.end();
    expect(spans.openSpans).toEqual([]);
  });

  test('outlives the shutdown of the provider', async () => {
    const spans = collectSpans();
    const provider = register(spans);
    begin('one').end();
    await provider.forceFlush();
    await provider.shutdown();
    expect(namesOf(spans.spans)).toEqual(['one']);
  });

  test('has what an exporter gets: nothing that is not sampled, though it is recorded', () => {
    const spans = collectSpans();
    const recordOnly: Sampler = { shouldSample: () => ({ decision: SamplingDecision.RECORD }) };
    for (const sampler of [recordOnly, new TraceIdRatioBasedSampler(0)]) {
      const tracer = new NodeTracerProvider({ sampler, spanProcessors: [spans] }).getTracer('test');
      const span = tracer.startSpan('not exported');
      expect(spans.openSpans).toEqual([]);
      span.end();
    }
    expect(spans.spans).toEqual([]);
  });

  test('gives lists that do not change', () => {
    const spans = collectSpans();
    register(spans);
    const before = spans.spans;
    begin('one').end();
    expect(before).toEqual([]);
  });
});

describe('reset', () => {
  test('forgets what has ended, and for good what has not', () => {
    const spans = collectSpans();
    register(spans);
    begin('first').end();
    const straggler = begin('straggler');
    spans.reset();
    expect([spans.spans, spans.openSpans]).toEqual([[], []]);
    begin('second').end();
    straggler.end();
    expect(namesOf(spans.spans)).toEqual(['second']);
  });
});

describe('a filter', () => {
  test('leaves spans out, by what they are when they end as well', () => {
    const spans = collectSpans({
      filter: ({ name, attributes }) => name !== 'dns' && !attributes['internal'],
    });
    register(spans);
    const hidden = begin('hidden');
    begin('dns').end();
    begin('shown').end();
    hidden.setAttribute('internal', true).end();
    expect([spans.spans, spans.openSpans].map(namesOf)).toEqual([['shown'], []]);
  });

  test('that throws is none, and breaks nothing', () => {
    const told: unknown[] = [];
    const error = (...message: unknown[]): void => void told.push(message[1]);
    diag.setLogger({ error, warn() {}, info() {}, debug() {}, verbose() {} });
    const failure = new Error('no such attribute');
    const spans = collectSpans({
      filter() {
        throw failure;
      },
    });
    register(spans);
    begin('one').end();
    expect(namesOf(spans.spans)).toEqual(['one']);
    expect(told).toEqual([failure, failure]);
  });

  test('must be a function', () => {
    expect(() => collectSpans({ filter: 'dns' } as unknown as CollectOptions)).toThrow(
      new TypeError("options.filter must be a function; received 'dns'"),
    );
  });
});

test('a collector ends with its block', () => {
  register();
  const spans = collectSpans().attach();
  spans[Symbol.dispose]();
  context.with(ROOT_CONTEXT, () => begin('after').end());
  expect(spans.spans).toEqual([]);
});
