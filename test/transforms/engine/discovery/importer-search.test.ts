import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { FileReader } from '../../../../transforms/engine/discovery/file-reader.js';
import { ImporterSearch } from '../../../../transforms/engine/discovery/importer-search.js';
import { ModuleResolution } from '../../../../transforms/engine/resolution/resolution.js';
import type { Files } from '../../../support/fixtures.js';
import { createScratchFolder, removeScratchFolders } from '../../../support/scratch.js';

afterAll(removeScratchFolders);

const POOL = "export const pool = new (require('piscina'))();\n";

interface Project {
  readonly files: Files;
  /** Where a link is, and what it leads to. */
  readonly link?: readonly [path: string, target: string];
}

/** The files that are found beside those that have the library's name in them. */
function findImporters({ files, link }: Project): string[] {
  const root = createScratchFolder(files);
  if (link) {
    const [path, target] = link.map((name) => join(root, name)) as [string, string];
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(relative(dirname(path), target), path);
  }
  const sources = Object.keys(files)
    .filter((name) => /\.[mc]?[jt]sx?$/.test(name))
    .map((name) => join(root, name))
    .toSorted();
  const hits = sources.filter((path) => readFileSync(path, 'utf8').includes('piscina'));
  const query = {
    texts: new Map(hits.map((path) => [path, readFileSync(path, 'utf8')])),
    others: sources.filter((path) => !hits.includes(path)),
    verbs: ['run'],
    skipReason: (content: Buffer) => (content.includes('@generated') ? 'is generated' : undefined),
  };
  const texts = new ImporterSearch(query, new FileReader(), new ModuleResolution(root)).run();
  for (const [path, text] of texts) expect(text).toBe(readFileSync(path, 'utf8'));
  expect([...texts.keys()].slice(0, hits.length)).toEqual(hits);
  return [...texts.keys()].slice(hits.length).map((path) => relative(root, path));
}

const CALL = (specifier: string): string => `import { pool } from '${specifier}';\npool.run();\n`;

describe('ImporterSearch', () => {
  it.each<[string, string, string, Files?]>([
    ['a path', 'lib/pool.ts', './lib/pool'],
    ['the output of a source', 'lib/pool.ts', './lib/pool.js'],
    ['the output of a module', 'lib/pool.mts', './lib/pool.mjs'],
    ['a name with two extensions', 'pool.js.ts', './pool.js'],
    ['a folder', 'lib/index.ts', './lib'],
    ['a folder with a slash', 'lib/index.ts', './lib/'],
    ['this folder', 'index.ts', '.'],
    ['this folder with a slash', 'index.ts', './'],
    [
      'a folder by its package.json',
      'lib/src/main.ts',
      './lib',
      { 'lib/package.json': '{ "main": "src/main.ts" }' },
    ],
    [
      'an alias',
      'src/lib/pool.ts',
      '@/lib/pool',
      { 'tsconfig.json': '{"compilerOptions":{"paths":{"@/*":["./src/*"]}}}' },
    ],
    [
      'an alias of one file',
      'src/lib/pool.ts',
      '#pool',
      { 'tsconfig.json': '{"compilerOptions":{"paths":{"#pool":["./src/lib/pool.ts"]}}}' },
    ],
    ['a base', 'src/lib/pool.ts', 'lib/pool', { 'tsconfig.json': '{"compilerOptions":{"baseUrl":"src"}}' }],
    [
      'root folders',
      'generated/a/pool.ts',
      './a/pool',
      { 'tsconfig.json': '{"compilerOptions":{"rootDirs":[".","generated"]}}' },
    ],
    [
      'the own package',
      'lib/pool.ts',
      'shop/pool',
      { 'package.json': '{ "name": "shop", "exports": { "./pool": "./lib/pool.ts" } }' },
    ],
    [
      'an import of the own package',
      'lib/pool.ts',
      '#pool',
      { 'package.json': '{ "imports": { "#pool": "./lib/pool.ts" } }' },
    ],
  ])('follows %s', (_, pool, specifier, others = {}) => {
    expect(findImporters({ files: { [pool]: POOL, 'main.ts': CALL(specifier), ...others } })).toEqual([
      'main.ts',
    ]);
  });

  it('follows the folder above', () => {
    const files = {
      'src/index.ts': POOL,
      'src/lib/print.ts': CALL('..'),
      'src/lib/deep/label.ts': CALL('../..'),
    };
    expect(findImporters({ files })).toEqual(['src/lib/deep/label.ts', 'src/lib/print.ts']);
  });

  it('follows a package of the workspace, whatever its name', () => {
    const files = {
      'packages/pools/package.json': '{ "name": "@acme/workers", "main": "src/main.ts" }',
      'packages/pools/src/main.ts': POOL,
      'packages/api/src/main.ts': CALL('@acme/workers'),
    };
    const link = ['node_modules/@acme/workers', 'packages/pools'] as const;
    expect(findImporters({ files, link })).toEqual(['packages/api/src/main.ts']);
  });

  it('does not follow installed packages', () => {
    const files = {
      'lib/pool.ts': POOL,
      'node_modules/pool/package.json': '{ "main": "index.js" }',
      'node_modules/pool/index.js': 'exports.pool = 1;',
      'main.ts': CALL('pool'),
    };
    expect(findImporters({ files }).filter((path) => !path.startsWith('node_modules'))).toEqual([]);
  });

  it('follows through files that pass on, level by level, and round in circles', () => {
    const files = {
      'pool.ts': POOL,
      'barrel.ts': "export * from './pool';\nexport * from './loop';\n",
      'loop.ts': "export * from './barrel';\n",
      'z.ts': CALL('./pool'),
      'main.ts': CALL('./barrel'),
    };
    expect(findImporters({ files })).toEqual(['barrel.ts', 'z.ts', 'loop.ts', 'main.ts']);
  });

  it.each([
    ['does not call and passes nothing on', "import { pool } from './pool';\nconsole.log(pool);\n"],
    ['imports another of the same name', CALL('./other/pool')],
    ['is left out by its content', `// @generated\n${CALL('./pool')}`],
  ])('leaves out what %s', (_, text) => {
    const files = { 'pool.ts': POOL, 'other/pool.ts': 'export const pool = 1;\n', 'main.ts': text };
    expect(findImporters({ files })).toEqual([]);
  });
});
