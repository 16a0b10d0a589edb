import fc from 'fast-check';
import type { Analysis, Site } from '../../transforms/engine/contracts.js';
import { Advisor } from '../../transforms/verify/advice.js';
import { createAxis } from '../../transforms/verify/html/axis.js';
import { formatInstant } from '../../transforms/verify/html/instants.js';
import { createPageData } from '../../transforms/verify/html/page-data.js';
import type { PageData, PageSpan } from '../../transforms/verify/html/page/data.js';
import { BEGIN, createRun, createSpan, createThread, KILN_RUN, toSources } from '../support/seen-spans.js';

const DATA = createPageData(toSources(KILN_RUN));
const spanOf = (name: string, data: PageData = DATA): PageSpan | undefined =>
  data.traces.flatMap(({ spans }) => spans).findLast((span) => span.name === name);
const tree = ({ traces }: PageData): string[][] =>
  traces.map(({ spans }) => spans.map(({ depth, name }) => `${' '.repeat(depth)}${name}`));

describe('the traces', () => {
  it('have their spans below their parents', () => {
    expect(tree(DATA)).toEqual([
      ['POST /pots/1', ' fire', ' fire'],
      ['POST /pots/2'],
      ['GET /shelf', ' count', ' dry', '  turn', '   spin', ' left open'],
      ['knead', ' fold'],
      ['shape'],
    ]);
  });

  it('have times of their own, after the first of the run', () => {
    expect(DATA.traces.map(({ offset, time, length }) => [offset, time, length])).toEqual([
      ['+0', '40.0 ms', 40e6],
      ['+5.0 ms', '40.0 ms', 40e6],
      ['+60.0 ms', '100 ms', 100e6],
      ['+200 ms', '3.0 ms', 3e6],
      ['+205 ms', '500 µs', 5e5],
    ]);
    expect(spanOf('turn')).toMatchObject({ start: 4e6, duration: 16e6, offset: '+4.0 ms', time: '16.0 ms' });
    expect(spanOf('left open')).toMatchObject({ start: 40e6, duration: null, time: 'open' });
    expect(spanOf('GET /shelf')?.events).toEqual([
      { name: 'door opened', at: 10e6, offset: '+10.0 ms', attributes: [['heat', '1200']] },
    ]);
  });

  it('are called by their root, wherever it begins', () => {
    const early = createSpan(1, 2, [0, 1], { name: 'early', parent: 1 });
    const root = createSpan(1, 1, [0.5, 2], { name: 'root' });
    expect(createPageData(toSources(createRun([early, root]))).traces[0]?.name).toBe('root');
    expect(DATA.traces[4]?.name).toBe('shape');
  });

  it('show each span once, whatever its parents say, and however deep it is', () => {
    const times = [0, 1] as const;
    const circle = [1, 2].map((own) => createSpan(1, own, times, { name: `${own}`, parent: 3 - own }));
    const self = createSpan(2, 3, times, { name: 'self', parent: 3 });
    const chain = Array.from({ length: 10_000 }, (_, at) =>
      createSpan(3, at + 10, times, { name: 'x', parent: at + 9 }),
    );
    const data = createPageData(toSources(createRun([...circle, self, ...chain])));
    expect(tree(data).slice(0, 2)).toEqual([['1', ' 2'], ['self']]);
    expect(data.traces[2]?.spans.at(-1)?.depth).toBe(9_999);
  });

  it('keep threads and resources once, with names', () => {
    expect(DATA.threads).toEqual([
      { name: 'main', process: 'process 7 of /srv/kiln.js' },
      { name: 'worker-1', process: 'process 7 of /srv/kiln.js' },
    ]);
    expect(DATA.resources).toEqual([[['service.name', 'pottery']]]);
    expect(spanOf('spin')?.thread).toBe(1);
  });

  it('show values of all types', () => {
    expect(
      spanOf('fire', {
        ...DATA,
        traces: DATA.traces.map((one) => ({ ...one, spans: one.spans.slice(0, 2) })),
      })?.attributes,
    ).toEqual([
      ['pot', '1'],
      ['glazes', '["clay","ash"]'],
    ]);
  });
});

describe('the faults', () => {
  it('are counted by kind, the worst first, with what mends them', () => {
    expect(DATA.faults.map(({ code, count, advice }) => [code, count, advice.length])).toEqual([
      ['wrong-request', 1, 1],
      ['never-exported', 2, 1],
      ['parentless', 1, 1],
      ['orphan', 1, 1],
      ['never-ended', 1, 1],
    ]);
    expect(DATA.isGood).toBe(false);
    expect(DATA.verdict).toBe('5 of 13 spans lost or misplaced.');
    expect(DATA.notes).toEqual(['An exporter could not deliver 2 spans: ECONNREFUSED']);
  });

  it('are told at their spans, with what is known of each', () => {
    const [wrong] = spanOf('fire')?.faults ?? [];
    expect(wrong?.detail).toBe('dispatched by queue.add of p-queue at src/pots.js:4');
    expect(wrong?.dispatchedIn?.spanId).toBe(DATA.traces[1]?.spans[0]?.id);
    expect(spanOf('knead')?.faults.map(({ kind, detail }) => [DATA.faults[kind]?.code, detail])).toEqual([
      ['parentless', ''],
      ['never-exported', 'OTLPTraceExporter behind BatchSpanProcessor got nothing of it'],
    ]);
  });

  it('have the advice of the codemod, each once', () => {
    const site: Site = {
      ...{
        id: 'a',
        path: 'src/pots.js',
        line: 4,
        column: 7,
        family: 'queues',
        kind: 'dispatch',
        variant: 'bind',
      },
      ...{ outcome: 'rewritten', code: null, reason: null },
    };
    const analysis: Analysis = {
      ...{ root: '/srv', filesScanned: 1, files: [], sites: [site], skipped: [], failed: [] },
      ...{ proofs: new Map(), ties: [] },
    };
    const twice = [
      ...KILN_RUN.spans,
      createSpan(1, 30, [21, 22], { name: 'fire', parent: 1, dispatch: 'd' }),
    ];
    const sources = toSources({ ...KILN_RUN, spans: twice }, { advisor: new Advisor(analysis) });
    const [wrong] = createPageData(sources).faults;
    expect(wrong?.count).toBe(2);
    expect(wrong?.advice).toEqual([
      'src/pots.js:4 dispatches the job bare; npx traced-pool-codemod . --write mends it',
    ]);
  });

  it('are none where all is well, or nothing was seen', () => {
    const good = createPageData(toSources(createRun([createSpan(1, 1, [0, 1], { name: 'one', kind: 1 })])));
    expect(good).toMatchObject({ isGood: true, faults: [], notes: [] });
    const none = createPageData(toSources(createRun([], { threads: [createThread(0)] })));
    expect(none).toMatchObject({ isGood: false, traces: [], roots: 0 });
    expect(none.verdict).toMatch(/^No span was seen/);
  });
});

describe('times', () => {
  it('are told to the nanosecond, before 1970 too, and as a number where no calendar has them', () => {
    expect(formatInstant(BEGIN + 123_456_789n)).toBe('2026-11-26T12:00:00.123456789Z');
    expect(formatInstant(-1n)).toBe('1969-12-31T23:59:59.999999999Z');
    expect(formatInstant(10n ** 25n)).toBe('10000000000000000000000000 ns after 1970');
  });

  it('have round marks on an axis', () => {
    expect(createAxis(100e6)).toEqual({
      step: 20e6,
      texts: ['0', '20 ms', '40 ms', '60 ms', '80 ms', '100 ms'],
    });
    expect(createAxis(7_300).texts).toEqual(['0', '2 µs', '4 µs', '6 µs']);
    expect(createAxis(1).texts).toEqual(['0', '1 ns']);
  });

  it('have two to six marks within any length, each with another text', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e18, noNaN: true }), (length) => {
        const { step, texts } = createAxis(length);
        expect(texts.length).toBeGreaterThanOrEqual(2);
        expect(texts.length).toBeLessThanOrEqual(6);
        expect(step * (texts.length - 1)).toBeLessThanOrEqual(length);
        expect(new Set(texts).size).toBe(texts.length);
      }),
    );
  });
});
