import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { DiscoverOptions } from '../../../../transforms/engine/discovery/discover.js';
import { contentSkipReason, discover } from '../../../../transforms/engine/discovery/discover.js';
import { commitAll, git } from '../../../support/git.js';

let folder: string;

function put(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), 'export {};\n');
  }
}

function write(path: string, text: string): void {
  put(path);
  writeFileSync(join(folder, path), text);
}

async function find(options: Partial<DiscoverOptions> = {}): Promise<string[]> {
  const { files } = await discover({ root: folder, targets: [folder], ...options });
  return files.map(({ path }) => relative(folder, path));
}

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'discover-')));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe.each([
  ['with git', true],
  ['without git', false],
])('discover, %s', (_, hasGit) => {
  beforeEach(() => {
    if (hasGit) git(folder, 'init', '--quiet');
  });

  it('finds sources of all extensions, sorted, and no declarations', async () => {
    put('b.js', 'a.ts', 'c.jsx', 'd.mjs', 'e.cjs', 'f.tsx', 'g.mts', 'h.cts');
    put('i.d.ts', 'j.d.mts', 'k.d.cts', 'l.json', 'm.css', 'README.md');
    expect(await find()).toEqual(['a.ts', 'b.js', 'c.jsx', 'd.mjs', 'e.cjs', 'f.tsx', 'g.mts', 'h.cts']);
  });

  it('honours nested ignore files, the nearest last', async () => {
    put('src/kept.ts', 'src/drop.gen.ts', 'out/a.js', 'packages/api/keep.gen.ts', 'packages/api/local.ts');
    write('.gitignore', 'out/\n*.gen.ts\n');
    write('packages/api/.gitignore', '!keep.gen.ts\n/local.ts\n');
    expect(await find()).toEqual(['packages/api/keep.gen.ts', 'src/kept.ts']);
    expect(await find({ gitignore: false })).toContain('out/a.js');
  });

  it('never enters packages and hidden folders', async () => {
    put('a.ts', 'node_modules/b/index.js', 'x/node_modules/c.js', '.cache/d.js', '.eslintrc.cjs');
    expect(await find()).toEqual(['.eslintrc.cjs', 'a.ts']);
    expect(await find({ gitignore: false })).toEqual(['.eslintrc.cjs', 'a.ts']);
  });

  it('takes names with spaces, quotes, accents and line ends as they are', async () => {
    put('a b.ts', `c'"d.ts`, 'éclair.ts', 'line\nend.ts', '-dash.ts');
    expect((await find()).toSorted()).toEqual(
      ['a b.ts', `c'"d.ts`, 'éclair.ts', 'line\nend.ts', '-dash.ts'].toSorted(),
    );
  });

  it('lists what it leaves out by its path, a vendored folder once', async () => {
    put('a.ts', 'vendor/x/b.js', 'vendor/y/c.js', 'lib/jquery.min.js', '.pnp.cjs');
    const { skipped } = await discover({ root: folder, targets: [folder] });
    expect(skipped.map(({ path }) => path)).toEqual(['.pnp.cjs', 'lib/jquery.min.js', 'vendor']);
    expect(await find()).toEqual(['a.ts']);
    expect(await find({ targets: [join(folder, 'vendor')] })).toEqual(['vendor/x/b.js', 'vendor/y/c.js']);
  });

  it('gives components of other languages apart', async () => {
    put('App.vue', 'a.ts', 'Card.svelte');
    const { files, foreign } = await discover({ root: folder, targets: [folder] });
    expect(files).toHaveLength(1);
    expect(foreign.map(({ path }) => relative(folder, path))).toEqual(['App.vue', 'Card.svelte']);
  });

  it('leaves out what --ignore says, folders too', async () => {
    put('src/a.ts', 'src/a.test.ts', 'legacy/b.ts', 'legacy/vendor/c.js');
    const options = { root: folder, targets: [folder], ignore: ['*.test.ts', '/legacy/'] };
    const { files, skipped } = await discover(options);
    expect(files.map(({ path }) => relative(folder, path))).toEqual(['src/a.ts']);
    expect(skipped).toEqual([]);
  });

  it('looks at a named file even if it is ignored, and says why it does not', async () => {
    put('out/a.js', 'notes.md', 'types.d.ts');
    write('.gitignore', 'out/\n');
    const targets = ['out/a.js', 'notes.md', 'types.d.ts'].map((path) => join(folder, path));
    const { files, skipped } = await discover({ root: folder, targets });
    expect(files).toEqual([{ path: join(folder, 'out/a.js') }]);
    expect(skipped).toEqual([
      { path: 'notes.md', reason: 'is not a JavaScript or TypeScript file' },
      { path: 'types.d.ts', reason: 'is a type declaration' },
    ]);
  });

  it('looks into a named folder even if it is ignored', async () => {
    put('out/src/a.js', 'out/b.js');
    write('.gitignore', 'out/\n');
    expect(await find({ targets: [join(folder, 'out')] })).toEqual(['out/b.js', 'out/src/a.js']);
  });

  it('takes each real file once and follows no link that leads outside', async () => {
    const outside = realpathSync(mkdtempSync(join(tmpdir(), 'outside-')));
    writeFileSync(join(outside, 'secret.ts'), '');
    put('src/a.ts', 'other/b.ts');
    symlinkSync(join(outside, 'secret.ts'), join(folder, 'src/leak.ts'));
    symlinkSync(outside, join(folder, 'src/leak'));
    symlinkSync('a.ts', join(folder, 'src/again.ts'));
    symlinkSync('..', join(folder, 'src/loop'));
    symlinkSync('nowhere.ts', join(folder, 'src/dangling.ts'));
    symlinkSync('../other/b.ts', join(folder, 'src/b.ts'));
    expect(await find()).toEqual(['other/b.ts', 'src/a.ts']);
    expect(await find({ targets: [join(folder, 'src')] })).toEqual(['src/a.ts']);
    rmSync(outside, { recursive: true });
  });

  it('takes overlapping targets once', async () => {
    put('src/a.ts', 'src/b.ts');
    const targets = [folder, join(folder, 'src'), join(folder, 'src/a.ts')];
    expect(await find({ targets })).toEqual(['src/a.ts', 'src/b.ts']);
  });

  it('finds nothing in an empty folder', async () => {
    expect(await discover({ root: folder, targets: [folder] })).toEqual({
      files: [],
      skipped: [],
      foreign: [],
      manifests: [],
    });
  });

  it('takes ten thousand files', async () => {
    for (let group = 0; group < 100; group += 1) {
      mkdirSync(join(folder, `group-${group}`));
      for (let index = 0; index < 100; index += 1)
        writeFileSync(join(folder, `group-${group}/${index}.ts`), '');
    }
    expect(await find()).toHaveLength(10_000);
  });
});

describe('discover in a git work tree', () => {
  beforeEach(() => git(folder, 'init', '--quiet'));

  it('passes over files that are tracked but gone, and finds tracked ones that are ignored', async () => {
    put('kept.ts', 'gone.ts', 'out/tracked.js');
    write('.gitignore', 'out/\n');
    git(folder, 'add', '--force', '.');
    rmSync(join(folder, 'gone.ts'));
    expect(await find()).toEqual(['kept.ts', 'out/tracked.js']);
  });

  it('takes a file in conflict once', async () => {
    write('a.ts', '1\n');
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '-m', 'one');
    git(folder, 'checkout', '--quiet', '-b', 'side');
    write('a.ts', '2\n');
    git(folder, 'commit', '--quiet', '-am', 'two');
    git(folder, 'checkout', '--quiet', '-');
    write('a.ts', '3\n');
    git(folder, 'commit', '--quiet', '-am', 'three');
    expect(() => git(folder, 'merge', 'side')).toThrow();
    expect(await find()).toEqual(['a.ts']);
  });

  it('does not enter a submodule or another repository, and says so', async () => {
    put('a.ts', 'nested/b.ts', 'library/c.ts');
    for (const name of ['nested', 'library']) {
      commitAll(join(folder, name));
    }
    git(folder, 'submodule', 'add', './library');
    const { files, skipped } = await discover({ root: folder, targets: [folder] });
    expect(files.map(({ path }) => relative(folder, path))).toEqual(['a.ts']);
    expect(skipped.map(({ path }) => path)).toEqual(['library', 'nested']);
  });

  it('is not led astray by the variables of a hook', async () => {
    put('a.ts');
    process.env['GIT_DIR'] = '/nowhere/.git';
    try {
      expect(await find()).toEqual(['a.ts']);
    } finally {
      delete process.env['GIT_DIR'];
    }
  });

  it('runs no program that the repository names', async () => {
    put('a.ts');
    write('hook.sh', `#!/bin/sh\ntouch ${join(folder, 'ran.ts')}\n`);
    chmodSync(join(folder, 'hook.sh'), 0o755);
    git(folder, 'config', 'core.fsmonitor', join(folder, 'hook.sh'));
    expect(await find()).toEqual(['a.ts']);
    expect(existsSync(join(folder, 'ran.ts'))).toBe(false);
  });
});

describe('contentSkipReason', () => {
  it.each([
    ['a source file', 'const pool = new Piscina();\n'],
    ['an empty file', ''],
    ['a short file of one long line', `export const table = '${'x'.repeat(800)}';`],
    ['a file with one very long line', `${'const a = 1;\n'.repeat(200)}const b = '${'x'.repeat(5000)}';\n`],
    ['a mention of the marker in code', `const marker = '@generated';\n`],
    ['a mention of the marker in prose', '// leaves out files with @generated in them\n'],
  ])('lets in %s', (_, text) => {
    expect(contentSkipReason(Buffer.from(text))).toBeUndefined();
  });

  it.each([
    ['a huge file', Buffer.from('a;\n'.repeat(400_000)), /larger than 1 MiB/],
    ['a generated file', Buffer.from('/**\n * @generated by protoc\n */\n'), /@generated/],
    ['a minified file', Buffer.from(`/*! banner */\n${'a=b;'.repeat(1000)}`), /minified/],
    ['a file in another encoding', Buffer.from('// caf\xe9\n', 'latin1'), /UTF-8/],
  ])('leaves out %s', (_, content, reason) => {
    expect(contentSkipReason(content)).toMatch(reason);
  });
});
