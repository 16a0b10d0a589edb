import { chmodSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis, Edit, FileOutcome, Site } from '../../../transforms/engine/contracts.js';
import { withFailures, writeFiles } from '../../../transforms/review/write.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

function toEdit(kind: Edit['kind']): Edit {
  return { start: 0, end: 0, text: '', site: '', kind };
}

function toOutcome(path: string, before: string, ...kinds: Edit['kind'][]): FileOutcome {
  return { path, families: ['piscina'], before, after: `${before}// traced\n`, edits: kinds.map(toEdit) };
}

function toAnalysis(root: string, files: readonly FileOutcome[]): Analysis {
  return { root, filesScanned: files.length, files, sites: [], skipped: [], failed: [] };
}

afterAll(removeScratchFolders);

it('writes whole files with the mode that they had, and leaves nothing else behind', () => {
  const root = createScratchFolder({ 'a.ts': 'a\n', 'bin/b.js': '#!/usr/bin/env node\n', 'c.ts': 'c\n' });
  chmodSync(join(root, 'bin/b.js'), 0o775);
  chmodSync(join(root, 'a.ts'), 0o666);
  const unchanged = { ...toOutcome('c.ts', 'c\n'), after: 'c\n' };
  const files = [toOutcome('a.ts', 'a\n'), toOutcome('bin/b.js', '#!/usr/bin/env node\n'), unchanged];
  expect(writeFiles(toAnalysis(root, files))).toEqual([]);
  expect(readFileSync(join(root, 'bin/b.js'), 'utf8')).toBe('#!/usr/bin/env node\n// traced\n');
  expect(statSync(join(root, 'bin/b.js')).mode & 0o777).toBe(0o775);
  expect(statSync(join(root, 'a.ts')).mode & 0o777).toBe(0o666);
  expect(readFileSync(join(root, 'c.ts'), 'utf8')).toBe('c\n');
  expect(readdirSync(root).toSorted()).toEqual(['a.ts', 'bin', 'c.ts']);
  expect(readdirSync(join(root, 'bin'))).toEqual(['b.js']);
});

it.each<[string, (path: string) => void, RegExp]>([
  ['is read-only', (path) => chmodSync(path, 0o444), /read-only/],
  ['has changed since', (path) => writeFileSync(path, 'else\n'), /has changed/],
  [
    'has changed by a byte that UTF-8 does not show',
    (path) => writeFileSync(path, Buffer.from([0xe9])),
    /has changed/,
  ],
  ['is gone', (path) => rmSync(path), /is gone/],
  [
    'has become a link',
    (path) => {
      writeFileSync(`${path}.real`, 'b\n');
      rmSync(path);
      symlinkSync(`${path}.real`, path);
    },
    /is a link/,
  ],
])('leaves a file that %s, and finishes the others', (_, spoil, reason) => {
  const root = createScratchFolder({ 'a.ts': 'a\n', 'b.ts': 'b\n', 'c.ts': 'c\n' });
  spoil(join(root, 'b.ts'));
  const files = [toOutcome('a.ts', 'a\n'), toOutcome('b.ts', 'b\n'), toOutcome('c.ts', 'c\n')];
  const failed = writeFiles(toAnalysis(root, files));
  expect(failed).toEqual([{ path: 'b.ts', reason: expect.stringMatching(reason) }]);
  expect(readFileSync(join(root, 'a.ts'), 'utf8')).toContain('traced');
  expect(readFileSync(join(root, 'c.ts'), 'utf8')).toContain('traced');
  expect(readdirSync(root).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

it('writes no call of the executor where the pool could not be written', () => {
  const texts = { 'a-caller.ts': 'call\n', 'other.ts': 'other\n', 'pool.ts': 'pool\n' };
  const root = createScratchFolder(texts);
  chmodSync(join(root, 'pool.ts'), 0o444);
  const files = [
    toOutcome('a-caller.ts', 'call\n', 'dispatch'),
    toOutcome('other.ts', 'other\n', 'construct', 'dispatch'),
    toOutcome('pool.ts', 'pool\n', 'construct'),
  ];
  const failed = writeFiles(toAnalysis(root, files));
  expect(failed.map(({ path }) => path).toSorted()).toEqual(['a-caller.ts', 'pool.ts']);
  expect(readFileSync(join(root, 'a-caller.ts'), 'utf8')).toBe('call\n');
  expect(readFileSync(join(root, 'other.ts'), 'utf8')).toContain('traced');
});

it('gives an account of what was not written', () => {
  const site: Site = {
    id: 'b.ts:1:1:construct',
    path: 'b.ts',
    line: 1,
    column: 1,
    family: 'piscina',
    kind: 'construct',
    variant: null,
    outcome: 'rewritten',
    code: null,
    reason: null,
  };
  const files = [toOutcome('a.ts', 'a\n', 'construct'), toOutcome('b.ts', 'b\n', 'construct')];
  const analysis = { ...toAnalysis('/srv', files), sites: [{ ...site, path: 'a.ts' }, site] };
  const account = withFailures(analysis, [{ path: 'b.ts', reason: 'is gone' }]);
  expect(account.files.map(({ before, after, edits }) => [before === after, edits.length])).toEqual([
    [false, 1],
    [true, 0],
  ]);
  expect(account.sites.map(({ outcome, code }) => [outcome, code])).toEqual([
    ['rewritten', null],
    ['refused', 'not-written'],
  ]);
  expect(account.failed).toEqual([{ path: 'b.ts', reason: 'is gone' }]);
});
