import { chmodSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis, FileOutcome, Site } from '../../../transforms/engine/contracts.js';
import { withFailures, writeFiles } from '../../../transforms/review/write.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

function toOutcome(path: string, before: string, linked: readonly string[] = []): FileOutcome {
  return { path, families: ['piscina'], before, after: `${before}// traced\n`, edits: [], linked };
}

function toAnalysis(root: string, files: readonly FileOutcome[]): Analysis {
  return {
    root,
    filesScanned: files.length,
    files,
    sites: [],
    skipped: [],
    proofs: new Map(),
    ties: [],
    failed: [],
  };
}

afterAll(removeScratchFolders);

it('writes whole files with the mode that they had, and leaves nothing else behind', async () => {
  const root = createScratchFolder({ 'a.ts': 'a\n', 'bin/b.js': '#!/usr/bin/env node\n', 'c.ts': 'c\n' });
  chmodSync(join(root, 'bin/b.js'), 0o775);
  chmodSync(join(root, 'a.ts'), 0o666);
  const unchanged = { ...toOutcome('c.ts', 'c\n'), after: 'c\n' };
  const files = [toOutcome('a.ts', 'a\n'), toOutcome('bin/b.js', '#!/usr/bin/env node\n'), unchanged];
  expect(await writeFiles(toAnalysis(root, files))).toEqual([]);
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
])('leaves a file that %s, and finishes the others', async (_, spoil, reason) => {
  const root = createScratchFolder({ 'a.ts': 'a\n', 'b.ts': 'b\n', 'c.ts': 'c\n' });
  spoil(join(root, 'b.ts'));
  const files = [toOutcome('a.ts', 'a\n'), toOutcome('b.ts', 'b\n'), toOutcome('c.ts', 'c\n')];
  const failed = await writeFiles(toAnalysis(root, files));
  expect(failed).toEqual([{ path: 'b.ts', reason: expect.stringMatching(reason) }]);
  expect(readFileSync(join(root, 'a.ts'), 'utf8')).toContain('traced');
  expect(readFileSync(join(root, 'c.ts'), 'utf8')).toContain('traced');
  expect(readdirSync(root).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

describe('files that are linked', () => {
  const texts = {
    'call.ts': 'call\n',
    'further.ts': 'further\n',
    'other.ts': 'other\n',
    'pool.ts': 'pool\n',
  };
  const read = (root: string) => Object.keys(texts).map((path) => readFileSync(join(root, path), 'utf8'));

  async function write(spoil: (root: string) => void) {
    const root = createScratchFolder(texts);
    spoil(root);
    const failed = await writeFiles(
      toAnalysis(root, [
        toOutcome('call.ts', 'call\n', ['pool.ts', 'further.ts']),
        toOutcome('further.ts', 'further\n', ['call.ts']),
        toOutcome('other.ts', 'other\n', ['package.json']),
        toOutcome('pool.ts', 'pool\n', ['call.ts', 'package.json']),
      ]),
    );
    return { root, failed: Object.fromEntries(failed.map(({ path, reason }) => [path, reason])) };
  }

  it('are written together', async () => {
    const { root, failed } = await write(() => {});
    expect(failed).toEqual({});
    expect(read(root).every((text) => text.endsWith('// traced\n'))).toBe(true);
  });

  it('are left as they were where one of them cannot be written, and others are written', async () => {
    const { root, failed } = await write((folder) => chmodSync(join(folder, 'pool.ts'), 0o444));
    expect(failed).toEqual({
      'pool.ts': expect.stringContaining('read-only'),
      'call.ts': 'is held back, as it is only right together with pool.ts, which was not written',
      'further.ts': 'is held back, as it is only right together with pool.ts, which was not written',
    });
    expect(read(root)).toEqual(['call\n', 'further\n', 'other\n// traced\n', 'pool\n']);
  });

  it('come back where one of them fails while they are being written', async () => {
    const { root } = await write(() => {});
    // A name to which that of a temporary file has nothing to add.
    const name = `${'p'.repeat(250)}.ts`;
    writeFileSync(join(root, name), 'pool\n');
    const files = [
      toOutcome('other.ts', 'other\n// traced\n', [name]),
      toOutcome(name, 'pool\n', ['other.ts']),
    ];
    const again = await writeFiles(toAnalysis(root, files));
    expect(again.map(({ path }) => path)).toEqual([name, 'other.ts']);
    expect(readFileSync(join(root, 'other.ts'), 'utf8')).toBe('other\n// traced\n');
    expect(readFileSync(join(root, name), 'utf8')).toBe('pool\n');
  });
});

it('takes a file that is as wanted by now for written: another run was faster', async () => {
  const root = createScratchFolder({ 'a.ts': 'a\n// traced\n', 'b.ts': 'b\n' });
  chmodSync(join(root, 'a.ts'), 0o444);
  const files = [toOutcome('a.ts', 'a\n', ['b.ts']), toOutcome('b.ts', 'b\n', ['a.ts'])];
  expect(await writeFiles(toAnalysis(root, files))).toEqual([]);
  expect(readFileSync(join(root, 'b.ts'), 'utf8')).toBe('b\n// traced\n');
});

describe('where it is broken off', () => {
  const texts = { 'a.ts': 'a\n', 'b.ts': 'b\n', 'c.ts': 'c\n', 'd.ts': 'd\n' };

  async function writeTwo(links: Readonly<Record<string, readonly string[]>>) {
    const root = createScratchFolder(texts);
    const files = Object.entries(texts).map(([path, text]) => toOutcome(path, text, links[path]));
    const controller = new AbortController();
    const isWritten = (name: string) => readFileSync(join(root, name), 'utf8').endsWith('// traced\n');
    // Between two files there is time for this, as there is for signals.
    const watch = (): void => {
      if (isWritten('b.ts')) controller.abort();
      else setImmediate(watch);
    };
    watch();
    const failed = await writeFiles(toAnalysis(root, files), controller.signal);
    return { failed, written: Object.keys(texts).filter(isWritten) };
  }

  it('leaves whole files, and names the others', async () => {
    const { failed, written } = await writeTwo({});
    expect(written).toEqual(['a.ts', 'b.ts']);
    const reason = 'was not reached before the run was broken off; run again';
    expect(failed).toEqual([
      { path: 'c.ts', reason },
      { path: 'd.ts', reason },
    ]);
  });

  it('takes back what is only right together with what was not reached', async () => {
    const { failed, written } = await writeTwo({ 'b.ts': ['d.ts'] });
    expect(written).toEqual(['a.ts']);
    expect(failed.map(({ path }) => path)).toEqual(['c.ts', 'd.ts', 'b.ts']);
  });
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
  const files = [toOutcome('a.ts', 'a\n'), toOutcome('b.ts', 'b\n')];
  const analysis = { ...toAnalysis('/srv', files), sites: [{ ...site, path: 'a.ts' }, site] };
  const account = withFailures(analysis, [{ path: 'b.ts', reason: 'is gone' }]);
  expect(account.files.map(({ before, after, edits }) => [before === after, edits.length])).toEqual([
    [false, 0],
    [true, 0],
  ]);
  expect(account.sites.map(({ outcome, code }) => [outcome, code])).toEqual([
    ['rewritten', null],
    ['refused', 'not-written'],
  ]);
  expect(account.failed).toEqual([{ path: 'b.ts', reason: 'is gone' }]);
});
