import { AssertionError } from 'node:assert';
import { context, trace } from '@opentelemetry/api';
import type { Span, SpanContext } from '@opentelemetry/api';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import 'traced-pool/testing/jest';
import { assertChildOf, assertNoOrphans, collectSpans } from 'traced-pool/testing';
import type { CollectedSpan } from 'traced-pool/testing';

function setUp() {
  const spans = collectSpans();
  const tracer = new NodeTracerProvider({ spanProcessors: [spans] }).getTracer('test');
  let at = 1_700_000_000_000;
  const begin = (name: string, parent?: Span | SpanContext): Span => {
    const above = parent && ('spanContext' in parent ? parent : trace.wrapSpanContext(parent));
    return tracer.startSpan(name, { startTime: at++ }, above && trace.setSpan(context.active(), above));
  };
  const find = (name: string): CollectedSpan =>
    spans.spans.find((span) => span.name === name) as CollectedSpan;
  return { spans, begin, find };
}

/** `request` with `resize` below it, which has `decode`, and `upload` beside them. */
function setUpTraces() {
  const { spans, begin, find } = setUp();
  const request = begin('request');
  const resize = begin('resize', request);
  const ended = [request, resize, begin('decode', resize), begin('upload')];
  for (const span of ended) span.end();
  return { spans, begin, find };
}

/** What an assertion and a matcher throw; they are to say the same. */
function failureOf(...checks: readonly [() => void, () => void]): AssertionError {
  const [failure, ofMatcher] = checks.map((check) => {
    try {
      check();
    } catch (error) {
      return error as Error;
    }
    throw new Error('it has passed');
  });
  expect(failure).toBeInstanceOf(AssertionError);
  expect(ofMatcher?.message).toContain(failure?.message);
  for (const error of [failure, ofMatcher]) expect(firstFrame(error)).toContain('assertions.test.ts');
  return failure as AssertionError;
}

function firstFrame(error: Error | undefined): string | undefined {
  const frames = error?.stack?.split('\n').filter((line) => /^ +at /.test(line)) ?? [];
  // Jest's own are left out of its report.
  return frames.find((frame) => !frame.includes('node_modules'));
}

const text = (...lines: readonly string[]): string => lines.join('\n');

describe('assertNoOrphans and toHaveNoOrphans', () => {
  test('pass where each span has its parent, or has none', () => {
    const { spans } = setUpTraces();
    assertNoOrphans(spans);
    assertNoOrphans(spans.spans);
    assertNoOrphans([]);
    expect(spans).toHaveNoOrphans();
  });

  test('pass where the parent has not ended, if they can know', () => {
    const { spans, begin } = setUp();
    begin('resize', begin('request')).end();
    assertNoOrphans(spans);
    expect(spans.spans).not.toHaveNoOrphans();
  });

  test('fail with both trees', () => {
    const { spans, find } = setUpTraces();
    const lost = spans.spans.filter((span) => span !== find('request'));
    const { message, actual, expected } = failureOf(
      () => assertNoOrphans(lost),
      () => expect(lost).toHaveNoOrphans(),
    );
    expect(actual).toBe(text('resize (orphan)', '  decode', 'upload'));
    expect(expected).toBe(text('upload', '(a span that is missing)', '  resize', '    decode'));
    expect(message).toBe(
      text(
        "Spans without their parent: 'resize'",
        '',
        'Expected tree:',
        '',
        '  upload',
        '  (a span that is missing)',
        '    resize',
        '      decode',
        '',
        'Actual tree:',
        '',
        '  resize (orphan)',
        '    decode',
        '  upload',
        '',
      ),
    );
  });

  test('let a parent in another process be where they are told to, and no other', () => {
    const { spans, begin } = setUp();
    const remote = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1, isRemote: true };
    begin('served', remote).end();
    assertNoOrphans(spans, { allowRemote: true });
    expect(spans).toHaveNoOrphans({ allowRemote: true });
    const failure = failureOf(
      () => assertNoOrphans(spans),
      () => expect(spans).toHaveNoOrphans(),
    );
    expect(failure.message).toContain('{ allowRemote: true }');
    begin('lost', { ...remote, spanId: 'c'.repeat(16), isRemote: false }).end();
    expect(spans).not.toHaveNoOrphans({ allowRemote: true });
  });
});

describe('assertChildOf and toBeChildOf', () => {
  test('take spans, names, or both', () => {
    const { spans, find } = setUpTraces();
    assertChildOf(find('resize'), find('request'));
    assertChildOf('resize', 'request', spans);
    assertChildOf('decode', find('resize'), spans.spans);
    // The collector is known by the span.
    assertChildOf(find('decode'), 'resize');
    expect(find('resize')).toBeChildOf(find('request'));
    expect('resize').toBeChildOf('request', spans);
  });

  test('take spans that no collector has seen', () => {
    const { find } = setUpTraces();
    const [request, resize] = ['request', 'resize'].map((name) => ({ ...find(name), name })) as [
      CollectedSpan,
      CollectedSpan,
    ];
    const copies = [request, resize].map((span, index) => {
      const own = find(['request', 'resize'][index] as string).spanContext();
      return { ...span, spanContext: () => own };
    }) as [CollectedSpan, CollectedSpan];
    assertChildOf(copies[1], copies[0]);
    expect(copies[0]).not.toBeChildOf(copies[1]);
  });

  test('may be of a parent that has not ended', () => {
    const { spans, begin, find } = setUp();
    begin('resize', begin('request')).end();
    assertChildOf('resize', 'request', spans);
    assertChildOf(find('resize'), 'request');
  });

  test('hold a grandparent to be no parent', () => {
    const { spans } = setUpTraces();
    const { actual, expected, message } = failureOf(
      () => assertChildOf('decode', 'request', spans),
      () => expect('decode').toBeChildOf('request', spans),
    );
    expect(message).toContain("'decode' is not a child of 'request'");
    expect(actual).toBe(text('request', '  resize', '    decode', 'upload'));
    expect(expected).toBe(text('request', '  resize', '  decode', 'upload'));
  });

  test.each([
    ['upload', 'request', ['request', '  resize', '    decode', '  upload (other trace)']],
    ['request', 'resize', ['resize', '  request', '  decode', 'upload']],
    ['request', 'decode', ['decode', '  request', '    resize', 'upload']],
    [
      'upload',
      'upload',
      ['request', '  resize', '    decode', 'upload (its own ancestor)', '  upload (again)'],
    ],
  ])('show where %s would be below %s', (child, parent, tree) => {
    const { find } = setUpTraces();
    const { expected } = failureOf(
      () => assertChildOf(find(child), find(parent)),
      () => expect(find(child)).toBeChildOf(find(parent)),
    );
    expect(expected).toBe(text(...tree));
  });

  test.each([
    ['missing', "There is no span named 'missing'"],
    ['twice', "There are 2 spans named 'twice', so its name does not tell which one is meant"],
  ])('fail for a name that is %s, in the negative as well', (name, message) => {
    const { spans, begin } = setUpTraces();
    for (const span of [begin('twice'), begin('twice')]) span.end();
    const failure = failureOf(
      () => assertChildOf(name, 'request', spans),
      () => expect(name).toBeChildOf('request', spans),
    );
    expect(failure.message).toContain(message);
    expect(failure.expected).toBe(`request\n  ${name}`);
    expect(failure.actual).toContain('  resize');
    expect(() => expect(name).not.toBeChildOf('request', spans)).toThrow(message);
  });

  test('refuse names without spans, and what is neither', () => {
    const { spans } = setUpTraces();
    expect(() => assertChildOf('resize', 'request')).toThrow(
      new TypeError("give the spans in which 'resize' is to be found, or the span"),
    );
    expect(() => assertChildOf(undefined as never, 'request', spans)).toThrow(
      new TypeError('a span, or the name of one, is expected; received undefined'),
    );
  });

  test('say in the negative what is so', () => {
    const { spans } = setUpTraces();
    const check = (): void => expect('resize').not.toBeChildOf('request', spans);
    expect(check).toThrow("'resize' is a child of 'request'\n\nActual tree:\n\n  request\n    resize");
  });
});

describe('toHaveSpanTree', () => {
  test('takes the tree as the source has it', () => {
    const { spans } = setUpTraces();
    expect(spans).toHaveSpanTree(`
      request
        resize
          decode
      upload
    `);
    expect(spans).toHaveSpanTree('\r\n\trequest\r\n\t  resize\r\n\t    decode\r\n\tupload\r\n');
    expect(spans.spans).toHaveSpanTree('request\n  resize\n    decode\nupload');
    expect([]).toHaveSpanTree('');
    expect(spans).not.toHaveSpanTree('');
  });

  test('takes options', () => {
    const { spans } = setUpTraces();
    expect(spans).toHaveSpanTree('R\n  R\n    D\nU', {
      describe: ({ name }) => name[0]?.toUpperCase() ?? '',
    });
  });

  test('fails with both trees and their difference', () => {
    const { spans } = setUpTraces();
    const check = (): void => expect(spans).toHaveSpanTree('request\nresize\n  decode\nupload');
    expect(check).toThrow(
      'Expected tree:\n\n  request\n  resize\n    decode\n  upload\n\n' +
        'Actual tree:\n\n  request\n    resize\n      decode\n  upload\n',
    );
    expect(check).toThrow(/-.*resize[^]*\+.* {2}resize/);
  });

  test('tells indentation from its lack', () => {
    const { spans } = setUpTraces();
    expect(spans).not.toHaveSpanTree('request\n  resize\n  decode\nupload');
  });

  test('refuses what is no text, and what are no spans', () => {
    expect(() => expect([]).toHaveSpanTree(1 as never)).toThrow(
      new TypeError('the expected tree must be a string; received 1'),
    );
    expect(() => expect(undefined).toHaveSpanTree('request')).toThrow('spans must be a collector');
  });
});
