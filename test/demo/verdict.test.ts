import { renderRun } from '../../demo/render-run.js';
import type { Exchange } from '../../demo/requests.js';
import { tallyRun } from '../../demo/tally.js';
import { findFailure, renderVerdict } from '../../demo/verdict.js';
import type { JudgedRun } from '../../demo/verdict.js';
import { createPalette } from '../../dist/review/colour.js';
import type { Fault, SeenSpan } from '../../dist/verify/contracts.js';
import { ThreadNames } from '../../dist/verify/thread-names.js';
import { makeExchange, makeServerSpan, makeSpan, TRACE } from './spans.js';

const server = makeServerSpan();
const hash = makeSpan({ spanId: '1', parentSpanId: 'server', name: 'hash' });

const lost: Fault = { code: 'unrecorded', span: hash };

function judge(
  spans: readonly SeenSpan[],
  exchange: Exchange = makeExchange(),
  faults: readonly Fault[] = [],
): JudgedRun {
  return { tally: tallyRun([exchange], spans), faults };
}

const before = judge([server], makeExchange(), [lost]);
const after = judge([server, hash]);

describe('the verdict', () => {
  it('passes where every worker span has moved under its request', () => {
    expect(findFailure(before, after)).toBeUndefined();
    expect(renderVerdict(before, after)).toEqual([
      'before: 0 of 1 worker spans under their request',
      'after: 1 of 1 worker spans under their request',
      'HTTP answers: equal',
    ]);
  });

  it.each([
    ['is missing', [], 0],
    ['is in another trace', [{ traceId: 'b'.repeat(32) }], 0],
    ['hangs in the air', [{ parentSpanId: 'gone' }], 0],
    ['has another name', [{ name: 'digest' }], 0],
    ['was exported twice', [{}, { spanId: '2' }], 1],
    ['comes with one that nobody expects', [{}, { spanId: '2', name: 'encode' }], 1],
    ['comes with one of another request', [{}, { spanId: '2', traceId: 'b'.repeat(32) }], 1],
    ['comes with one of another tracer', [{}, { spanId: '2', scope: 'http' }], 1],
  ])('fails where a worker span %s', (_how, changes, underRequest) => {
    const wrong = judge([server, ...changes.map((change) => ({ ...hash, ...change }))]);
    expect(wrong.tally.underRequest).toBe(underRequest);
    expect(findFailure(before, wrong)).toMatch(/^After the migration, /);
  });

  it('fails where a worker span hangs under another one than it should', () => {
    const exchange = makeExchange({ workerSpans: ['thumbnail', 'thumbnail/decode'] });
    const thumbnail = makeSpan({ spanId: '1', parentSpanId: 'server', name: 'thumbnail' });
    const decode = makeSpan({ spanId: '2', parentSpanId: 'server', name: 'decode' });
    const flat = judge([server, thumbnail, decode], exchange);
    const nested = judge([server, thumbnail, { ...decode, parentSpanId: '1' }], exchange);
    const bare = judge([server], exchange, [lost, lost]);
    expect(findFailure(bare, flat)).toBe('After the migration, GET /x lacks thumbnail/decode.');
    expect(findFailure(bare, nested)).toBeUndefined();
  });

  it('fails where the spans were under their request from the start', () => {
    expect(findFailure(after, after)).toMatch(/before the migration already/);
  });

  it('fails where the trace of a request is missing altogether', () => {
    expect(findFailure(judge([]), after)).toMatch(/^Before the migration, GET \/x has no SERVER span/);
    expect(findFailure(before, judge([hash]))).toMatch(/^After the migration, GET \/x has no SERVER span/);
  });

  it('does not take the SERVER span of another caller for that of the request', () => {
    const foreign = makeServerSpan({ parentSpanId: 'd'.repeat(16) });
    expect(foreign.traceId).toBe(TRACE);
    expect(judge([foreign, hash]).tally.underRequest).toBe(0);
  });

  it('fails where not every loss is told of, or a span is wrong after the migration', () => {
    expect(findFailure(judge([server]), after)).toBe('Before the migration, 0 of 1 losses are told of.');
    const stalled = judge([server, hash], makeExchange(), [{ code: 'never-exported', span: hash }]);
    expect(findFailure(before, stalled)).toBe('After the migration, the span hash is never-exported.');
  });

  it('fails where no request makes a worker span', () => {
    const idle = judge([server], makeExchange({ workerSpans: [] }));
    expect(findFailure(idle, idle)).toMatch(/nothing is proven/);
  });

  it('fails where an answer is not the expected one, though both runs agree', () => {
    const teapot = makeExchange({ status: 418 });
    expect(findFailure(judge([server], teapot), judge([server, hash], teapot))).toMatch(
      /answered with 200 instead of 418/,
    );
  });

  it('fails where an answer changes by a byte, or in its type', () => {
    const exchange = makeExchange();
    const answers = [
      makeExchange({}, 'answes'),
      { ...exchange, answer: { ...exchange.answer, contentType: 'text/html' } },
    ];
    for (const changed of answers.map((answer) => judge([server, hash], answer))) {
      expect(findFailure(before, changed)).toBe('The migration changes the HTTP answer to GET /x.');
      expect(renderVerdict(before, changed)).toContain('HTTP answers: different for GET /x');
    }
  });
});

describe('renderRun', () => {
  it('prints each request with its tree', () => {
    const style = { palette: createPalette(false, {}), threads: new ThreadNames([]), width: 60 };
    expect(renderRun(judge([server, hash]).tally, style)).toMatchInlineSnapshot(`
      "GET /x  200  1 of 1 worker spans
      trace aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, 2 spans
      GET /x  main   7.0 ms  ████████████████████
      └ hash  main   2.0 ms                ██████

      "
    `);
    expect(renderRun(judge([]).tally, style)).toContain('(no span)');
  });
});
