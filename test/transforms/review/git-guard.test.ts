import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis } from '../../../transforms/engine/contracts.js';
import { checkTree, findUncommitted } from '../../../transforms/review/git-guard.js';
import { commitAll, git } from '../../support/git.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

const CLEAN = { modified: [], untracked: [] };
let top: string;

function toAnalysis(root: string, ...paths: readonly string[]): Pick<Analysis, 'root' | 'files'> {
  const files = paths.map((path) => ({ path, families: [], before: 'a', after: 'b', edits: [], linked: [] }));
  return { root, files };
}

beforeEach(() => {
  top = createScratchFolder({
    'package.json': '{}\n',
    'src/pool.ts': 'pool\n',
    'src/été.ts': 'other\n',
    'docs/readme.md': 'text\n',
    '.gitignore': 'out/\n',
  });
  commitAll(top);
});

afterAll(removeScratchFolders);

it('finds nothing in a clean tree', async () => {
  expect(await findUncommitted(toAnalysis(top, 'src/pool.ts', 'src/été.ts'))).toEqual(CLEAN);
});

it('finds what is modified or staged anywhere in the repository, seen from a folder of it', async () => {
  appendFileSync(join(top, 'docs/readme.md'), 'more\n');
  writeFileSync(join(top, 'src/new.ts'), '');
  git(top, 'add', 'src/new.ts');
  const { modified, untracked } = await findUncommitted(toAnalysis(join(top, 'src'), 'pool.ts'));
  expect(modified.toSorted()).toEqual(['docs/readme.md', 'src/new.ts']);
  expect(untracked).toEqual([]);
});

it('minds an untracked file only where it would be written, ignored or not', async () => {
  writeFileSync(join(top, 'src/scratch.ts'), '');
  mkdirSync(join(top, 'out'));
  writeFileSync(join(top, 'out/bundle.js'), '');
  expect(await findUncommitted(toAnalysis(top, 'src/pool.ts'))).toEqual(CLEAN);
  expect(await findUncommitted(toAnalysis(top, 'src/scratch.ts', 'out/bundle.js'))).toEqual({
    modified: [],
    untracked: ['src/scratch.ts', 'out/bundle.js'],
  });
});

it('knows the package.json above the root', async () => {
  expect(await findUncommitted(toAnalysis(join(top, 'src'), '../package.json', 'pool.ts'))).toEqual(CLEAN);
});

it('finds nothing where there is no git', async () => {
  const folder = createScratchFolder({ 'a.ts': '' });
  expect(await findUncommitted(toAnalysis(folder, 'a.ts'))).toEqual(CLEAN);
});

describe('a tree within the tree', () => {
  const library = { 'package.json': '{}\n', 'index.ts': 'pool\n' };

  function addSubmodule(): void {
    const origin = createScratchFolder(library);
    commitAll(origin);
    git(top, 'submodule', 'add', '--quiet', origin, 'library');
    git(top, 'commit', '--quiet', '-m', 'library');
  }

  it('is looked at where files of it would be written, be it a submodule', async () => {
    addSubmodule();
    expect(await findUncommitted(toAnalysis(top, 'library/index.ts', 'src/pool.ts'))).toEqual(CLEAN);
    appendFileSync(join(top, 'library/package.json'), '\n');
    writeFileSync(join(top, 'library/own.ts'), '');
    expect(await findUncommitted(toAnalysis(top, 'library/index.ts', 'library/own.ts'))).toEqual({
      modified: ['library/package.json'],
      untracked: ['library/own.ts'],
    });
    // Nothing of it is lost where nothing of it is written.
    expect(await findUncommitted(toAnalysis(top, 'src/pool.ts'))).toEqual(CLEAN);
  });

  it('is looked at from within it', async () => {
    addSubmodule();
    appendFileSync(join(top, 'library/package.json'), '\n');
    expect(await findUncommitted(toAnalysis(join(top, 'library'), 'index.ts'))).toEqual({
      modified: ['package.json'],
      untracked: [],
    });
  });

  it('is no matter of the outer one, be it that the outer one does not know it', async () => {
    const inner = join(top, 'vendor/inner');
    mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, 'index.ts'), 'pool\n');
    commitAll(inner);
    expect(await findUncommitted(toAnalysis(top, 'vendor/inner/index.ts'))).toEqual(CLEAN);
  });
});

describe('what it says', () => {
  it('of changes: how many there are, and what to do', async () => {
    appendFileSync(join(top, 'docs/readme.md'), 'more\n');
    appendFileSync(join(top, 'src/pool.ts'), 'more\n');
    await expect(checkTree(toAnalysis(top, 'src/pool.ts'))).rejects.toThrow(
      'the git tree has uncommitted changes (docs/readme.md and 1 more); commit or stash them, or add --allow-dirty',
    );
  });

  it('of files that no commit has: which, and what to do', async () => {
    writeFileSync(join(top, 'src/scratch.ts'), '');
    await expect(checkTree(toAnalysis(top, 'src/scratch.ts', 'src/pool.ts'))).rejects.toThrow(
      'git does not keep all that would be written (src/scratch.ts); commit it, or add --allow-dirty',
    );
  });

  it('is nothing in a clean tree', async () => {
    await expect(checkTree(toAnalysis(top, 'src/pool.ts'))).resolves.toBeUndefined();
  });
});
