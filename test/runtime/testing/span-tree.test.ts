import { context, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Attributes, Span, SpanContext } from '@opentelemetry/api';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { collectSpans, spanTree } from 'traced-pool/testing';
import type { CollectedSpan } from 'traced-pool/testing';

interface Details {
  readonly parent?: Span | SpanContext;
  readonly at?: number;
  readonly attributes?: Attributes;
}

function setUp() {
  const spans = collectSpans();
  const tracer = new NodeTracerProvider({ spanProcessors: [spans] }).getTracer('test');
  const make = (name: string, { parent, at = 0, attributes = {} }: Details = {}): Span => {
    const above = parent && ('spanContext' in parent ? parent : trace.wrapSpanContext(parent));
    const options = { startTime: new Date(1_700_000_000_000 + at), attributes };
    const span = tracer.startSpan(name, options, above && trace.setSpan(context.active(), above));
    span.end();
    return span;
  };
  return { spans, make, tracer };
}

const lines = (...text: readonly string[]): string => text.join('\n');
const ELSEWHERE = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 };

test('no spans are no text', () => {
  expect(spanTree([])).toBe('');
  expect(spanTree(collectSpans())).toBe('');
});

test('siblings and traces are in the order of their start, and then of their text', () => {
  const { spans, make } = setUp();
  const later = make('later', { at: 9 });
  const first = make('first', { at: 1 });
  make('zip', { parent: first, at: 2 });
  make('hash', { parent: first, at: 3 });
  make('b', { parent: later, at: 9 });
  make('a', { parent: later, at: 9 });
  expect(spanTree(spans)).toBe(lines('first', '  zip', '  hash', 'later', '  a', '  b'));
  expect(spanTree(spans, { order: 'text' })).toBe(lines('first', '  hash', '  zip', 'later', '  a', '  b'));
});

test('what runs at once gives one text, in whatever order it ends', () => {
  const trees = [
    ['one', 'two', 'three'],
    ['three', 'one', 'two'],
  ].map((names) => {
    const { spans, make } = setUp();
    const parent = make('map');
    names.forEach((name, at) => make(name, { parent, at }));
    return spanTree(spans, { order: 'text' });
  });
  expect(trees[0]).toBe(trees[1]);
});

test('attributes are shown where they are asked for', () => {
  const { spans, make } = setUp();
  make('resize', { attributes: { width: 128, kind: 'jpeg', 'list.of': ['a', 'b'] } });
  expect(spanTree(spans)).toBe('resize');
  expect(spanTree(spans, { attributes: ['width', 'absent'] })).toBe('resize {width=128}');
  expect(spanTree(spans, { attributes: ['absent'] })).toBe('resize');
  expect(spanTree(spans, { attributes: true })).toBe('resize {kind="jpeg", list.of=["a","b"], width=128}');
});

test('an error is shown, unless it is not asked for', () => {
  const { spans, tracer } = setUp();
  tracer.startSpan('a').setStatus({ code: SpanStatusCode.ERROR, message: 'too large' }).end();
  tracer.startSpan('b').setStatus({ code: SpanStatusCode.ERROR }).end();
  tracer.startSpan('c').setStatus({ code: SpanStatusCode.OK }).end();
  expect(spanTree(spans, { order: 'text' })).toBe(lines('a [error: too large]', 'b [error]', 'c'));
  expect(spanTree(spans, { order: 'text', status: false })).toBe(lines('a', 'b', 'c'));
});

test('a line may be of any text', () => {
  const { spans, make } = setUp();
  make('b', { parent: make('a'), attributes: { size: 1 } });
  expect(spanTree(spans, { describe: ({ name }) => name.toUpperCase() })).toBe(lines('A', '  B'));
});

test('a span is one line, whatever its name', () => {
  const { spans, make } = setUp();
  make('select *\r\n  from x', { parent: make('') });
  expect(spanTree(spans)).toBe(lines('', '  select *\\r\\n  from x'));
});

test('what is without its parent is told from what has none', () => {
  const { spans, make } = setUp();
  make('root', { at: 1 });
  make('orphan', { at: 2, parent: ELSEWHERE });
  make('served', { at: 3, parent: { ...ELSEWHERE, isRemote: true } });
  expect(spanTree(spans)).toBe(lines('root', 'orphan (orphan)', 'served (remote parent)'));
});

describe('spans that no SDK should make', () => {
  /** The same span, in another place. */
  const move = (span: CollectedSpan, parent: CollectedSpan | undefined, traceId?: string): CollectedSpan => {
    const own = { ...span.spanContext(), ...(traceId && { traceId }) };
    return { ...span, name: span.name, spanContext: () => own, parentSpanContext: parent?.spanContext() };
  };

  function makeThree(): [CollectedSpan, CollectedSpan, CollectedSpan] {
    const { spans, make } = setUp();
    ['a', 'b', 'c'].forEach((name, at) => make(name, { at }));
    return spans.spans as [CollectedSpan, CollectedSpan, CollectedSpan];
  }

  test('a child in another trace says so', () => {
    const [a, b] = makeThree();
    expect(spanTree([a, move(b, a)])).toBe(lines('a', '  b (other trace)'));
  });

  test('a span that is there twice does so, and has its children once', () => {
    const [a, b, c] = makeThree();
    const { traceId } = a.spanContext();
    const below = [move(b, a, traceId), move(c, a, traceId)] as const;
    expect(spanTree([a, ...below, move(a, undefined)])).toBe(lines('a', '  b', '  c', 'a (again)'));
    expect(spanTree([a, a, ...below])).toBe(lines('a', '  b', '  c', 'a (again)'));
    expect(spanTree([a, below[0], below[0]])).toBe(lines('a', '  b', '  b (again)'));
  });

  test('spans below each other are all there', () => {
    const [a, b, c] = makeThree();
    const { traceId } = a.spanContext();
    const [second, third] = [move(b, a, traceId), move(c, b, traceId)];
    const text = spanTree([move(a, third), second, third]);
    expect(text).toBe(lines('a (its own ancestor)', '  b', '    c', '      a (again)'));
    expect(spanTree([move(a, a)])).toBe(lines('a (its own ancestor)', '  a (again)'));
  });
});

test('ten thousand spans side by side are no burden', () => {
  const { spans, make } = setUp();
  const parent = make('parent');
  for (let at = 0; at < 10_000; at++) make(`child ${at}`, { parent, at: at + 1 });
  expect(spanTree(spans).split('\n')).toHaveLength(10_001);
});

test.each<[unknown]>([[undefined], [null], [{}], [[1]], ['resize'], [[undefined]]])(
  '%j are no spans',
  (spans) => {
    expect(() => spanTree(spans as never)).toThrow(
      new TypeError('spans must be a collector, as made by collectSpans(), or a list of ended spans'),
    );
  },
);
