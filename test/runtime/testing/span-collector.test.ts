import { join } from 'node:path';
import { context, diag, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import type { Span } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  SamplingDecision,
  SimpleSpanProcessor,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import type { Sampler, SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { TracedThreadPoolExecutor } from 'traced-pool';
import { collectSpans, spanTree } from 'traced-pool/testing';
import type { CollectOptions, SpanCollector } from 'traced-pool/testing';
import { inSpan, tearDownTracing } from '../../support/spans.js';

const filename = join(__dirname, '..', 'workers', 'spans.cjs');
const namesOf = (spans: readonly { readonly name: string }[]): string[] => spans.map(({ name }) => name);

afterEach(() => {
  tearDownTracing();
  diag.disable();
});

/** A provider of the test's own, with these processors. */
function register(...spanProcessors: SpanProcessor[]): NodeTracerProvider {
  const provider = new NodeTracerProvider({ spanProcessors });
  provider.register();
  return provider;
}

function begin(name: string, parent?: Span): Span {
  const above = parent ? trace.setSpan(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
  return trace.getTracer('test').startSpan(name, {}, above);
}

async function runTask(): Promise<void> {
  const executor = new TracedThreadPoolExecutor({ filename, maxThreads: 1 });
  await inSpan('request', () => executor.submit('resize', { name: 'one' }));
  await executor.close();
}

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

describe('a collector that is attached', () => {
  test('hears the spans of a provider that is registered already, whose exporters go on', async () => {
    const exporter = new InMemorySpanExporter();
    const given = Object.freeze([new SimpleSpanProcessor(exporter)]) as unknown as SpanProcessor[];
    new NodeTracerProvider({ spanProcessors: given }).register();
    const early = begin('early');
    const spans = collectSpans().attach();
    early.end();
    await runTask();
    expect(spanTree(spans)).toBe('early\nrequest\n  resize');
    spans.stop();
    await runTask();
    expect(spans.spans).toHaveLength(3);
    expect(exporter.getFinishedSpans()).toHaveLength(5);
    expect(given).toHaveLength(1);
  });

  test('is one of several, each of which may stop when it likes', () => {
    register();
    const collectors = [1, 2, 3].map(() => collectSpans().attach()) as [
      SpanCollector,
      SpanCollector,
      SpanCollector,
    ];
    collectors[1].attach().attach();
    begin('one').end();
    collectors[0].stop();
    begin('two').end();
    collectors[2].stop();
    collectors[2].stop();
    begin('three').end();
    expect(collectors.map(({ spans }) => namesOf(spans))).toEqual([
      ['one'],
      ['one', 'two', 'three'],
      ['one', 'two'],
    ]);
  });

  test('may be attached again after it was stopped', () => {
    register();
    const spans = collectSpans().attach();
    spans.stop();
    begin('between').end();
    spans.attach();
    begin('after').end();
    expect(namesOf(spans.spans)).toEqual(['after']);
  });

  test('takes another provider than the registered one, and its proxy', () => {
    const provider = new NodeTracerProvider();
    const spans = collectSpans().attach(provider);
    provider.getTracer('test').startSpan('own').end();
    trace.setGlobalTracerProvider(provider);
    const others = collectSpans().attach(trace.getTracerProvider());
    begin('registered').end();
    expect([namesOf(spans.spans), namesOf(others.spans)]).toEqual([['own', 'registered'], ['registered']]);
  });

  test('listens in on a processor that keeps no list, and leaves it as it was', () => {
    const heard: string[] = [];
    class Processor {
      readonly #name = 'its own';
      onStart(span: { readonly name: string }): void {
        heard.push(`${this.#name}: ${span.name} starts`);
      }
      onEnd(span: { readonly name: string }): void {
        heard.push(`${this.#name}: ${span.name} ends`);
      }
      forceFlush = (): Promise<void> => Promise.resolve();
      shutdown = (): Promise<void> => Promise.resolve();
    }
    const processor = new Processor();
    const spans = collectSpans().attach({ _activeSpanProcessor: processor });
    const one = collectReadable('one');
    processor.onStart(one);
    expect(namesOf(spans.openSpans)).toEqual(['one']);
    processor.onEnd(one);
    expect(namesOf(spans.spans)).toEqual(['one']);
    spans.stop();
    processor.onEnd(one);
    expect(spans.spans).toHaveLength(1);
    expect(Object.keys(processor)).toEqual(['forceFlush', 'shutdown']);
    expect(heard).toEqual(['its own: one starts', 'its own: one ends', 'its own: one ends']);
  });

  test.each<[string, () => object | undefined, string]>([
    ['no provider is registered', () => undefined, 'There is no tracer provider to attach to'],
    ['a provider hides its processors', () => ({ getTracer: () => undefined }), 'does not show its span'],
    ['it is no provider', () => Object.create(null) as object, 'does not show its span'],
  ])('says what to do where %s', (_case, create, message) => {
    const spans = collectSpans();
    const attach = (): unknown => spans.attach(create());
    expect(attach).toThrow(message);
    expect(attach).toThrow('new NodeTracerProvider({ spanProcessors: [spans] })');
  });

  test('stays attached where it cannot be attached elsewhere', () => {
    register();
    const spans = collectSpans().attach();
    expect(() => spans.attach({})).toThrow();
    begin('one').end();
    expect(spans.spans).toHaveLength(1);
  });
});

/** A span that has ended, as processors get it. */
function collectReadable(name: string) {
  const spans = collectSpans();
  new NodeTracerProvider({ spanProcessors: [spans] }).getTracer('test').startSpan(name).end();
  const [span] = spans.spans;
  if (!span) throw new Error('there is no span');
  return span;
}

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
