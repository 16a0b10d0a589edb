import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis } from '../../../transforms/engine/contracts.js';
import { findUncommitted } from '../../../transforms/review/git-guard.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

let top: string;

function git(...words: readonly string[]): void {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...words], { cwd: top, stdio: 'ignore' });
}

function toAnalysis(root: string, ...paths: readonly string[]): Analysis {
  const files = paths.map((path) => ({ path, families: [], before: 'a', after: 'b', edits: [], linked: [] }));
  return { root, filesScanned: 1, files, sites: [], skipped: [], proofs: new Map(), failed: [] };
}

beforeEach(() => {
  top = createScratchFolder({
    'package.json': '{}\n',
    'src/pool.ts': 'pool\n',
    'src/été.ts': 'other\n',
    'docs/readme.md': 'text\n',
    '.gitignore': 'out/\n',
  });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'start');
});

afterAll(removeScratchFolders);

it('finds nothing in a clean tree', async () => {
  expect(await findUncommitted(toAnalysis(top, 'src/pool.ts', 'src/été.ts'))).toEqual([]);
});

it('finds what is modified or staged anywhere in the repository, seen from a folder of it', async () => {
  appendFileSync(join(top, 'docs/readme.md'), 'more\n');
  writeFileSync(join(top, 'src/new.ts'), '');
  git('add', 'src/new.ts');
  expect((await findUncommitted(toAnalysis(join(top, 'src'), 'pool.ts'))).toSorted()).toEqual([
    'docs/readme.md',
    'src/new.ts',
  ]);
});

it('minds an untracked file only where it would be written, ignored or not', async () => {
  writeFileSync(join(top, 'src/scratch.ts'), '');
  mkdirSync(join(top, 'out'));
  writeFileSync(join(top, 'out/bundle.js'), '');
  expect(await findUncommitted(toAnalysis(top, 'src/pool.ts'))).toEqual([]);
  expect(await findUncommitted(toAnalysis(top, 'src/scratch.ts', 'out/bundle.js'))).toEqual([
    'src/scratch.ts',
    'out/bundle.js',
  ]);
});

it('knows the package.json above the root', async () => {
  expect(await findUncommitted(toAnalysis(join(top, 'src'), '../package.json', 'pool.ts'))).toEqual([]);
});

it('finds nothing where there is no git', async () => {
  const folder = createScratchFolder({ 'a.ts': '' });
  expect(await findUncommitted(toAnalysis(folder, 'a.ts'))).toEqual([]);
});
