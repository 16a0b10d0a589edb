import fc from 'fast-check';
import { createPageData } from '../../transforms/verify/html/page-data.js';
import type { PageTrace } from '../../transforms/verify/html/page/data.js';
import { TraceRows } from '../../transforms/verify/html/page/trace-rows.js';
import { createRun, createSpan, KILN_RUN, toSources } from '../support/seen-spans.js';

const toTrace = (depths: readonly number[]): PageTrace => {
  const path: number[] = [];
  const spans = depths.map((depth, at) => {
    path.length = Math.min(depth, path.length);
    const parent = path.at(-1);
    path.push(at + 1);
    return createSpan(1, at + 1, [at, at + 1], { name: 'x', ...(parent !== undefined && { parent }) });
  });
  return createPageData(toSources(createRun(spans))).traces[0] as PageTrace;
};
const SHELF = createPageData(toSources(KILN_RUN)).traces[2] as PageTrace;
const names = (rows: TraceRows): string[] => rows.list().map((index) => SHELF.spans[index]?.name ?? '');

it('hides what is below a span that is collapsed, and counts it', () => {
  const rows = new TraceRows(SHELF);
  rows.setCollapsed(2, true);
  expect(names(rows)).toEqual(['GET /shelf', 'count', 'dry', 'left open']);
  expect(rows.countBelow(2)).toBe(2);
  rows.reveal(4);
  expect(names(rows)).toContain('spin');
});

it('leaves what has nothing below as it is', () => {
  const rows = new TraceRows(SHELF);
  rows.setCollapsed(1, true);
  expect(rows.isCollapsed(1)).toBe(false);
});

it('collapses all below a span, then expands it', () => {
  const rows = new TraceRows(SHELF);
  rows.toggleBelow(0);
  expect(names(rows)).toEqual(['GET /shelf', 'count', 'dry', 'left open']);
  rows.toggleBelow(0);
  expect(rows.list()).toHaveLength(SHELF.spans.length);
});

it('shows what a filter lets through with all above it, expanded', () => {
  const rows = new TraceRows(SHELF);
  rows.setCollapsed(0, true);
  rows.filter(new Set([3]));
  expect(names(rows)).toEqual(['GET /shelf', 'dry', 'turn']);
  expect([0, 2, 3].map((index) => rows.countBelow(index))).toEqual([2, 1, 0]);
  rows.filter(undefined);
  expect(rows.list()).toHaveLength(SHELF.spans.length);
});

it('shows a span if and only if the filter wants it and nothing above it is collapsed', () => {
  const depths = fc.array(fc.nat(4), { minLength: 1, maxLength: 30 });
  const picks = fc.array(fc.nat(29));
  fc.assert(
    fc.property(depths, picks, fc.option(picks), (shape, collapsed, wanted) => {
      const trace = toTrace(shape);
      const count = trace.spans.length;
      const matches = wanted && new Set(wanted.filter((index) => index < count));
      const rows = new TraceRows(trace);
      rows.filter(matches ?? undefined);
      for (const index of collapsed) if (index < count) rows.setCollapsed(index, true);
      const above = (index: number): number[] => {
        const parent = trace.spans.findIndex(({ id }) => id === trace.spans[index]?.parent);
        return parent === -1 ? [] : [parent, ...above(parent)];
      };
      const isWanted = (index: number): boolean =>
        !matches || [...matches].some((match) => match === index || above(match).includes(index));
      const expected = trace.spans
        .map((_, index) => index)
        .filter((index) => isWanted(index) && !above(index).some((one) => rows.isCollapsed(one)));
      expect(rows.list()).toEqual(expected);
    }),
  );
});
