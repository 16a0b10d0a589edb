import { trace } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { collectSpans, spanTree } from 'traced-pool/testing';
import type { SpanCollector } from 'traced-pool/testing';
import { tearDownTracing } from '../../support/spans.js';
import { begin, namesOf, register, runTask } from '../../support/testing/begin.js';

afterEach(tearDownTracing);

function createShutProvider(): object {
  const provider = new NodeTracerProvider();
  Object.freeze((provider as unknown as { _activeSpanProcessor: object })._activeSpanProcessor);
  return provider;
}

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

  test('hears what a processor that throws keeps from those after it', () => {
    const fail = (): never => {
      throw new Error('full disk');
    };
    const rest = { forceFlush: () => Promise.resolve(), shutdown: () => Promise.resolve() };
    register({ onStart() {}, onEnd: fail, ...rest });
    const spans = collectSpans().attach();
    const span = begin('one');
    expect(() => span.end()).toThrow('full disk');
    expect(namesOf(spans.spans)).toEqual(['one']);
  });

  test('is one of several, each of which may stop when it likes', () => {
    register();
    const collectors = [1, 2, 3].map(() => collectSpans().attach()) as [
      SpanCollector,
      SpanCollector,
      SpanCollector,
    ];
    collectors[1].attach();
    collectors[2].attach().attach();
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
    const provider = { _activeSpanProcessor: processor };
    const spans = collectSpans().attach(provider).attach(provider);
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
    ['its processors are shut', createShutProvider, 'does not show its span'],
    ['it is no provider', () => Object.create(null) as object, 'does not show its span'],
  ])('says what to do where %s', (_case, create, message) => {
    const spans = collectSpans();
    const attach = (): unknown => spans.attach(create());
    expect(attach).toThrow(message);
    expect(attach).toThrow('new NodeTracerProvider({ spanProcessors: [spans] })');
  });

  test('hears one provider at a time', () => {
    const [one, other] = [new NodeTracerProvider(), new NodeTracerProvider()];
    const spans = collectSpans().attach(one).attach(other).attach(other);
    for (const [name, provider] of Object.entries({ one, other }))
      provider.getTracer('test').startSpan(name).end();
    expect(namesOf(spans.spans)).toEqual(['other']);
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
