import type { CollectedSpan } from '../../demo/collected-span.js';
import { renderRun } from '../../demo/render-run.js';
import type { Exchange } from '../../demo/requests.js';
import { tallyRun } from '../../demo/tally.js';
import type { RunTally } from '../../demo/tally.js';
import { findFailure, renderVerdict } from '../../demo/verdict.js';
import { makeExchange, makeServerSpan, makeSpan, TRACE } from './spans.js';

const server = makeServerSpan();
const hash = makeSpan({ spanId: '1', parentSpanId: 'server', name: 'hash' });

function tally(spans: readonly CollectedSpan[], exchange: Exchange = makeExchange()): RunTally {
  return tallyRun({ exchanges: [exchange], spans });
}

const before = tally([server]);
const after = tally([server, hash]);

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
    const wrong = tally([server, ...changes.map((change) => ({ ...hash, ...change }))]);
    expect(wrong.underRequest).toBe(underRequest);
    expect(findFailure(before, wrong)).toMatch(/^After the migration, /);
  });

  it('fails where a worker span hangs under another one than it should', () => {
    const exchange = makeExchange({ workerSpans: ['thumbnail', 'thumbnail/decode'] });
    const thumbnail = makeSpan({ spanId: '1', parentSpanId: 'server', name: 'thumbnail' });
    const decode = makeSpan({ spanId: '2', parentSpanId: 'server', name: 'decode' });
    const flat = tally([server, thumbnail, decode], exchange);
    const nested = tally([server, thumbnail, { ...decode, parentSpanId: '1' }], exchange);
    expect(findFailure(tally([server], exchange), flat)).toBe(
      'After the migration, GET /x lacks thumbnail/decode.',
    );
    expect(findFailure(tally([server], exchange), nested)).toBeUndefined();
  });

  it('fails where the spans were under their request from the start', () => {
    expect(findFailure(after, after)).toMatch(/before the migration already/);
  });

  it('fails where the trace of a request is missing altogether', () => {
    expect(findFailure(tally([]), after)).toMatch(/^Before the migration, GET \/x has no SERVER span/);
    expect(findFailure(before, tally([hash]))).toMatch(/^After the migration, GET \/x has no SERVER span/);
  });

  it('does not take the SERVER span of another caller for that of the request', () => {
    const foreign = makeServerSpan({ parentSpanId: 'd'.repeat(16) });
    expect(foreign.traceId).toBe(TRACE);
    expect(tally([foreign, hash]).underRequest).toBe(0);
  });

  it('fails where no request makes a worker span', () => {
    const idle = tally([server], makeExchange({ workerSpans: [] }));
    expect(findFailure(idle, idle)).toMatch(/nothing is proven/);
  });

  it('fails where an answer is not the expected one, though both runs agree', () => {
    const teapot = makeExchange({ status: 418 });
    expect(findFailure(tally([server], teapot), tally([server, hash], teapot))).toMatch(
      /answered with 200 instead of 418/,
    );
  });

  it('fails where an answer changes by a byte, or in its type', () => {
    const exchange = makeExchange();
    const answers = [
      makeExchange({}, 'answes'),
      { ...exchange, answer: { ...exchange.answer, contentType: 'text/html' } },
    ];
    for (const changed of answers.map((answer) => tally([server, hash], answer))) {
      expect(findFailure(before, changed)).toBe('The migration changes the HTTP answer to GET /x.');
      expect(renderVerdict(before, changed)).toContain('HTTP answers: different for GET /x');
    }
  });
});

describe('renderRun', () => {
  it('prints each request with its tree, then the spans under no request', () => {
    const lost = makeSpan({ spanId: '9', parentSpanId: 'gone', name: 'resize' });
    expect(renderRun(tally([server, hash, lost]))).toMatchInlineSnapshot(`
      "GET /x  200  1 of 1 worker spans
        GET /x  7.0 ms
        └─ hash  2.0 ms

      under no request
        resize  2.0 ms
      "
    `);
    expect(renderRun(tally([]))).toContain('(no span)');
  });
});
