import fc from 'fast-check';
import type { Analysis, Edit, FileOutcome, Site } from '../../../../transforms/engine/contracts.js';
import { formatDiff } from '../../../../transforms/review/diff.js';
import { createPageData } from '../../../../transforms/review/html/page-data.js';
import type { PageBlock } from '../../../../transforms/review/html/page/data.js';
import { createPatch } from '../../../../transforms/review/html/page/patch.js';
import { toPairs, toRows } from '../../../../transforms/review/html/page/rows.js';

const SITE: Omit<Site, 'id' | 'line'> = {
  ...{ path: 'kiln.ts', column: 1, family: 'piscina', kind: 'dispatch', variant: null },
  ...{ outcome: 'refused', code: 'unproven-receiver', reason: 'it cannot be proven' },
};

function createFile(before: string, edits: readonly Edit[], path = 'kiln.ts'): FileOutcome {
  const body = before.replace(/^\uFEFF/, '');
  let after = '';
  let at = 0;
  for (const { start, end, text } of edits) {
    after += body.slice(at, start) + text;
    at = end;
  }
  after = before.slice(0, before.length - body.length) + after + body.slice(at);
  return { path, families: ['piscina'], before, after, edits, linked: [] };
}

function replace(before: string, old: string, text: string): Edit {
  const start = before.replace(/^\uFEFF/, '').indexOf(old);
  return { start, end: start + old.length, text, site: 'one', kind: 'dispatch' };
}

function createData(file: FileOutcome, lines: readonly number[] = []) {
  const sites = lines.map((line): Site => ({ ...SITE, id: `kiln.ts:${line}:1:dispatch`, line }));
  const rest = { filesScanned: 1, skipped: [], failed: [], proofs: new Map(), ties: [] };
  const analysis: Analysis = { root: '/srv/pottery', files: [file], sites, ...rest };
  return createPageData(analysis, true);
}

const blocksOf = (file: FileOutcome, lines: readonly number[] = []): readonly PageBlock[] =>
  createData(file, lines).files[0]?.blocks ?? [];

function marksOf(block: PageBlock | undefined): string[] {
  return (block?.lines ?? []).flatMap((line, index) => {
    const [start, end] = block?.marks[index] ?? [];
    return start === undefined ? [] : [line.charAt(0) + line.slice(start + 1, (end ?? 0) + 1)];
  });
}

const TWENTY = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`).join('');

describe('what is to be reviewed', () => {
  it('is each hunk, and what surrounds the sites in none, in order and cut off by hunks', () => {
    const file = createFile(TWENTY, [replace(TWENTY, 'line 9', 'new\nline')]);
    const blocks = blocksOf(file, [3, 9, 19]);
    expect(blocks.map(({ oldStart, newStart, lines }) => [oldStart, newStart, lines.length])).toEqual([
      [1, 1, 5],
      [6, 6, 9],
      [16, 17, 5],
    ]);
    expect(blocks.map(({ sites }) => sites.map(({ line }) => line))).toEqual([[3], [9], [19]]);
    expect(blocks.map(({ header }) => header !== '')).toEqual([false, true, false]);
  });

  it('keeps its id as long as it stays the same, wherever it is', () => {
    const [first] = blocksOf(createFile(TWENTY, []), [10]);
    const [moved] = blocksOf(createFile(`above\n${TWENTY}`, []), [11]);
    const [other] = blocksOf(createFile(TWENTY.replace('line 9', 'line nine'), []), [10]);
    expect(moved?.id).toBe(first?.id);
    expect(other?.id).not.toBe(first?.id);
  });

  it('has an id of its own where the same comes twice', () => {
    const same = 'a\nb\nc\nd\ne\nf\ng\nh\n';
    const [first, second] = blocksOf(createFile(same.repeat(3), []), [4, 20]);
    expect(second?.lines).toEqual(first?.lines);
    expect(second?.id).not.toBe(first?.id);
  });
});

describe('what differs in a line', () => {
  it.each([
    ['a word', 'kiln.run(pot);\n', 'run', 'submit', ['-run', '+submit']],
    ['the middle of what was replaced', 'new Kiln(a);\n', 'Kiln(a)', 'Kiln(a, b)', ['+, b']],
    ['behind a byte order mark', '\uFEFFkiln.run();\n', 'run', 'submit', ['-run', '+submit']],
    ['not a whole line', 'a\nb\n', 'b', 'c', []],
    ['over lines', 'f(run);\n', 'run', 'x\n, y', ['-run', '+x', '+, y']],
  ])('is %s', (_, before, old, text, expected) => {
    expect(marksOf(blocksOf(createFile(before, [replace(before, old, text)]))[0])).toEqual(expected);
  });
});

const lineTexts = fc.constantFrom(
  'kiln',
  'pot',
  'clay',
  '',
  '  glaze',
  '-- a',
  '++ b',
  '\\ c',
  '@@ -1 +1 @@',
  'a\r@@ b',
  'a\u2028@@ b',
);
const bodies = fc
  .tuple(fc.array(lineTexts, { maxLength: 30 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, end, hasLast]) => lines.join(end) + (hasLast ? end : ''));

describe('any change', () => {
  it('gives the patch of the report again, and each line once on its side', () => {
    fc.assert(
      fc.property(bodies, bodies, fc.array(fc.integer({ min: 1, max: 30 })), (before, after, lines) => {
        const file: FileOutcome = { ...createFile(before, []), after };
        const data = createData(file, lines);
        expect(createPatch(data, () => true).text).toBe(formatDiff({ root: data.root, files: [file] }));
        for (const block of data.files[0]?.blocks ?? []) {
          const rows = toRows(block).filter(({ sign }) => sign !== '\\');
          const pairs = toPairs(rows);
          expect(pairs.flatMap(({ old }) => old ?? [])).toEqual(rows.filter((row) => row.old !== undefined));
          expect(pairs.flatMap(({ now }) => now ?? [])).toEqual(rows.filter((row) => row.now !== undefined));
          for (const { old, now, text } of rows) {
            if (old !== undefined) expect(before.split('\n')[old - 1]).toBe(text);
            if (now !== undefined) expect(after.split('\n')[now - 1]).toBe(text);
          }
        }
      }),
    );
  });
});
