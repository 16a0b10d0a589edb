import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeScratchFolders } from '../../support/scratch.js';
import { countsOf, createProgram, runVerify, TELEMETRY } from '../../support/verify.js';

afterAll(removeScratchFolders);

const MAIN = ['--', process.execPath, 'main.cjs'];
const files = (job: string): Record<string, string> => ({
  'telemetry.cjs': TELEMETRY,
  'main.cjs': `
    const { provider } = require('./telemetry.cjs');
    const { context, trace } = require('@opentelemetry/api');
    const tracer = trace.getTracer('bakery', '1.2.0');
    tracer.startActiveSpan('order', { kind: 1, attributes: { loaves: 3, price: 2.5, rye: true, kinds: ['a', 'b'] } }, (order) => {
      order.addEvent('paid', { by: 'card' });
      order.setStatus({ code: 2, message: 'no flour' });
      ${job}
      order.end();
      provider.shutdown();
    });
  `,
});
const GOOD = `tracer.startSpan('bake').end();`;
const BAD = `
  const gone = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 };
  tracer.startSpan('bake', { links: [{ context: gone }] }, trace.setSpanContext(context.active(), gone)).end();
  tracer.startSpan('knead');
`;

describe('--save', () => {
  it('writes OTLP JSON, with the faults of each span', async () => {
    const folder = createProgram(files(BAD));
    const run = await runVerify(folder, ['--save', 'run.json', ...MAIN]);
    expect([run.code, countsOf(run)]).toEqual([1, { orphan: 1, 'never-ended': 1 }]);
    const { resourceSpans } = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as {
      resourceSpans: { scopeSpans: { scope: object; spans: { name: string }[] }[] }[];
    };
    const scopes = resourceSpans.flatMap(({ scopeSpans }) => scopeSpans);
    expect(scopes).toHaveLength(2);
    expect(scopes[0]?.scope).toEqual({ name: 'bakery', version: '1.2.0' });
    const spans = new Map(scopes.flatMap((one) => one.spans).map((span) => [span.name, span]));
    const hex = (length: number): RegExp => new RegExp(`^[\\da-f]{${length}}$`);
    expect(spans.get('order')).toEqual({
      traceId: expect.stringMatching(hex(32)) as string,
      spanId: expect.stringMatching(hex(16)) as string,
      name: 'order',
      kind: 2,
      startTimeUnixNano: expect.stringMatching(/^\d{19}$/) as string,
      endTimeUnixNano: expect.stringMatching(/^\d{19}$/) as string,
      attributes: [
        { key: 'thread.id', value: { intValue: '0' } },
        { key: 'process.pid', value: { intValue: expect.stringMatching(/^\d+$/) as string } },
        { key: 'loaves', value: { intValue: '3' } },
        { key: 'price', value: { doubleValue: 2.5 } },
        { key: 'rye', value: { boolValue: true } },
        { key: 'kinds', value: { arrayValue: { values: [{ stringValue: 'a' }, { stringValue: 'b' }] } } },
      ],
      events: [
        {
          name: 'paid',
          timeUnixNano: expect.stringMatching(/^\d{19}$/) as string,
          attributes: [{ key: 'by', value: { stringValue: 'card' } }],
        },
      ],
      links: [],
      status: { code: 2, message: 'no flour' },
    });
    expect(spans.get('bake')).toMatchObject({
      parentSpanId: 'b'.repeat(16),
      links: [{ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), attributes: [] }],
      attributes: expect.arrayContaining([
        {
          key: 'traced_pool.verify.faults',
          value: { arrayValue: { values: [{ stringValue: 'orphan' }] } },
        },
      ]) as object[],
    });
    expect(spans.get('knead')).toMatchObject({ endTimeUnixNano: '0' });
  });
});

describe('--compare', () => {
  it('tells what got better and what got worse, by fault and by place', async () => {
    const [good, bad] = [createProgram(files(GOOD)), createProgram(files(BAD))];
    await Promise.all([
      runVerify(good, ['--save', 'good.json', ...MAIN]),
      runVerify(bad, ['--save', 'bad.json', ...MAIN]),
    ]);
    const [better, worse, same] = await Promise.all([
      runVerify(good, ['--quiet', '--compare', join(bad, 'bad.json'), ...MAIN]),
      runVerify(bad, ['--quiet', '--compare', join(good, 'good.json'), ...MAIN]),
      runVerify(good, ['--quiet', '--compare', 'good.json', ...MAIN]),
    ]);
    expect(better.stdout).toContain(
      [
        'Compared with 3 spans before:',
        '  better: orphan 1 → 0',
        '  better: never-ended 1 → 0',
        '  + bake: 1 (1 orphan) → none',
        '  + order › knead: 1 (1 never-ended) → none',
        '  + order › bake: none → 1',
        '',
      ].join('\n'),
    );
    expect(worse.stdout).toContain('  worse: orphan 0 → 1\n');
    expect(worse.stdout).toContain('  - order › bake: 1 → none\n');
    expect(same.stdout).toContain('Compared with 2 spans before:\n  all is as before\n');
    expect([better.code, worse.code, same.code]).toEqual([0, 1, 0]);
  });
});
