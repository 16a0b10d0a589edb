import { createPalette } from '../../../dist/review/colour.js';
import { formatDuration } from '../../../dist/verify/durations.js';
import { formatTrace } from '../../../dist/verify/format-trace.js';
import { ThreadNames } from '../../../dist/verify/thread-names.js';
import { makeSpan } from '../../demo/spans.js';

const style = { palette: createPalette(false, {}), threads: new ThreadNames([]), width: 80 };
const span = (id: string, parent?: string, more = {}) =>
  makeSpan({ spanId: id, name: id, ...(parent !== undefined && { parentSpanId: parent }), ...more });

describe('a trace in the terminal', () => {
  it('is a tree with threads, times, bars and what is worth knowing', () => {
    const spans = [
      span('order', undefined, { start: 0n, end: 10_000_000n, attributes: { 'url.path': '/1' } }),
      span('bake', 'order', { threadId: 2, status: { code: 2, message: 'burnt' } }),
      span('heat', 'bake', { threadId: 2, end: undefined }),
      span('pay', 'order', { start: 9_000_000n, end: 9_000_500n }),
    ];
    expect(formatTrace(spans, style)).toBe(
      [
        `trace ${'a'.repeat(32)}, 4 spans`,
        'order     main      10.0 ms  ████████████████████  url.path=/1',
        '├ bake    worker-2   2.0 ms            ████        error: burnt',
        '│ └ heat  worker-2     open            ░░░░░░░░░░',
        '└ pay     main       500 ns                    █',
        '',
        '',
      ].join('\n'),
    );
  });

  it('shows what would turn or clear the terminal as what it is', () => {
    const text = formatTrace(
      [span('a\u001B[2Jb\u202Ec\nd', undefined, { attributes: { x: '\u0007' } })],
      style,
    );
    expect(text).toContain('a\uFFFD[2Jb\uFFFDc\uFFFDd');
    expect(text).toContain('x=\uFFFD');
  });

  it('of a hundred thousand spans, or of a chain as deep as that, is shown in full', () => {
    const wide = Array.from({ length: 100_000 }, (_, at) => span(`w${at}`, at > 0 ? 'w0' : undefined));
    const deep = Array.from({ length: 100_000 }, (_, at) =>
      span(`d${at}`, at > 0 ? `d${at - 1}` : undefined),
    );
    for (const spans of [wide, deep])
      expect(formatTrace(spans, style).trimEnd().split('\n')).toHaveLength(100_001);
  });
});

test.each([
  [0n, '0 ns'],
  [-5n, '0 ns'],
  [999n, '999 ns'],
  [1_000n, '1.0 µs'],
  [1_500_000n, '1.5 ms'],
  [66_500_000n, '66.5 ms'],
  [999_600_000n, '1000 ms'],
  [3_200_000_000n, '3.2 s'],
  [7_200_000_000_000n, '7200 s'],
])('%s nanoseconds are %s', (nanos, text) => {
  expect(formatDuration(nanos)).toBe(text);
});
