import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileOutcome } from '../../../transforms/engine/contracts.js';
import { colourDiff } from '../../../transforms/review/coloured-diff.js';
import { createPalette } from '../../../transforms/review/colour.js';
import { formatDiff } from '../../../transforms/review/diff.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

function toOutcome(path: string, before: string, after: string): FileOutcome {
  return { path, families: ['piscina'], before, after, edits: [], linked: [] };
}

afterAll(removeScratchFolders);

describe('formatDiff', () => {
  it.each([
    ['a plain file', 'src/pool.ts', 'one\ntwo\nthree\n', 'one\n2\nthree\n'],
    ['carriage returns', 'pool.ts', 'one\r\ntwo\r\n', 'one\r\n2\r\n'],
    ['mixed line ends', 'pool.ts', 'one\r\ntwo\nthree\r\n', 'one\r\n2\nthree\r\n'],
    ['no last line end', 'pool.ts', 'one\ntwo', 'one\n2'],
    ['a line end that goes', 'pool.ts', 'one\ntwo\n', 'one\ntwo'],
    ['a byte order mark', 'pool.ts', '\uFEFFone\ntwo\n', '\uFEFF1\ntwo\n'],
    ['spaces in the name', 'my pools/the pool.ts', 'one\n', '1\n'],
    ['accents and quotes in the name', 'pöol "x".ts', 'one\n', '1\n'],
    ['hunks far apart', 'pool.ts', `a\n${'x\n'.repeat(30)}b\n`, `A\n${'x\n'.repeat(30)}B\n`],
    ['lines that look like a header', 'pool.ts', '-- a\n++ b\n', '-- A\n++ B\n'],
  ])('gives what git takes for %s', (_, path, before, after) => {
    const folder = createScratchFolder({ [path]: before });
    const patch = formatDiff({ root: folder, files: [toOutcome(path, before, after)] });
    execFileSync('git', ['apply', '-'], { cwd: folder, input: patch });
    expect(readFileSync(join(folder, path), 'utf8')).toBe(after);
  });

  it('can be applied in a folder of a repository', () => {
    const folder = createScratchFolder({ 'packages/api/a.ts': 'one\n', 'packages/api/b.ts': 'two\n' });
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    const root = join(folder, 'packages/api');
    const files = [toOutcome('a.ts', 'one\n', '1\n'), toOutcome('b.ts', 'two\n', '2\n')];
    execFileSync('git', ['apply', '-'], { cwd: root, input: formatDiff({ root, files }) });
    expect(readFileSync(join(root, 'a.ts'), 'utf8') + readFileSync(join(root, 'b.ts'), 'utf8')).toBe(
      '1\n2\n',
    );
  });

  it('starts from the folder of a package.json above the root', () => {
    const folder = createScratchFolder({ 'package.json': '{}\n', 'src/a.ts': 'one\n' });
    const files = [toOutcome('../package.json', '{}\n', '{ }\n'), toOutcome('a.ts', 'one\n', '1\n')];
    const patch = formatDiff({ root: join(folder, 'src'), files });
    expect(patch).toContain(`# Paths are relative to ${folder}\n`);
    writeFileSync(join(folder, 'x.patch'), patch);
    execFileSync('git', ['apply', 'x.patch'], { cwd: folder });
    expect(readFileSync(join(folder, 'src/a.ts'), 'utf8')).toBe('1\n');
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe('{ }\n');
  });

  it('leaves out what does not change', () => {
    expect(formatDiff({ root: '/srv', files: [toOutcome('a.ts', 'x', 'x')] })).toBe('');
  });
});

describe('colours', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
  ])('on a terminal: %s, with %j: %s', (isTerminal, environment, expected) => {
    expect(createPalette(isTerminal, environment).isColorSupported).toBe(expected);
  });

  it('leaves the text as it is', () => {
    const diff = '--- a/x\n+++ b/x\n@@ -1,1 +1,1 @@\n-a\r\n+b\r\n';
    const coloured = colourDiff(diff, createPalette(false, { FORCE_COLOR: '1' }));
    expect(coloured).toContain('\u001B[32m+b\u001B[39m\r\n');
    // eslint-disable-next-line no-control-regex
    expect(coloured.replace(/\u001B\[\d+m/g, '')).toBe(diff);
  });

  it('lets the words stand out that differ, line by line, and takes no line of code for a header', () => {
    const diff = [
      ...['--- a/x', '+++ b/x', '@@ -1,3 +1,3 @@', '--- a/pool.run(task)', '-const a = 1;'],
      ...['+-- a/pool.submit(task)', '+const b = 1;', ' end', '\\ No newline at end of file', ''],
    ].join('\n');
    const coloured = colourDiff(diff, createPalette(false, { FORCE_COLOR: '1' }));
    const [, , , ...lines] = coloured.replaceAll('\u001B', '').split('\n');
    expect(lines).toEqual([
      '[31m--- a/pool.[7mrun[27m(task)[39m',
      '[31m-const [7ma[27m = 1;[39m',
      '[32m+-- a/pool.[7msubmit[27m(task)[39m',
      '[32m+const [7mb[27m = 1;[39m',
      ' end',
      '[1m\\ No newline at end of file[22m',
      '',
    ]);
  });

  it.each([
    [true, 'never', false],
    [false, 'always', true],
  ] as const)('on a terminal: %s, when asked for: %s', (isTerminal, asked, expected) => {
    expect(createPalette(isTerminal, { FORCE_COLOR: '0' }, asked).isColorSupported).toBe(expected);
  });
});
