import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../../../dist/engine/analyse.js';
import type { Analysis } from '../../../../dist/engine/contracts.js';
import { loadFamily } from '../../../../dist/families.js';
import type { Files } from '../../../support/fixtures.js';
import { createScratchFolder, removeScratchFolders } from '../../../support/scratch.js';

afterAll(removeScratchFolders);

const POOL = "import { Piscina } from 'piscina';\nexport const pool = new Piscina();\n";
const PACKAGE = (manifest: object): string => JSON.stringify(manifest);
const PATHS = '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }';

function run(files: Files, tsconfig?: string): Promise<Analysis> {
  const root = createScratchFolder(files);
  return analyse({ root, targets: [root], tsconfig: tsconfig && join(root, tsconfig) }, [
    loadFamily('piscina'),
  ]);
}

/** What becomes of a call of the pool that `specifier` gives in `importer`. */
async function callBy(specifier: string, files: Files, tsconfig?: string): Promise<string> {
  const importer = 'app/main.ts';
  const text = `import { pool } from '${specifier}';\npool.run(1);\n`;
  const { sites } = await run({ ...files, [importer]: text }, tsconfig);
  return sites.find(({ path }) => path === importer)?.outcome ?? 'not found';
}

describe('a package of the project that is not installed', () => {
  it.each<[string, string, Files]>([
    [
      'by its main, which is built',
      'pools',
      { 'package.json': PACKAGE({ name: 'pools', main: 'dist/index.js' }), 'src/index.ts': POOL },
    ],
    [
      'by its exports',
      '@acme/pools',
      {
        'package.json': PACKAGE({
          name: '@acme/pools',
          exports: { '.': { types: './dist/index.d.ts', import: './dist/index.js' } },
        }),
        'src/index.ts': POOL,
      },
    ],
    [
      'by an export of its own',
      '@acme/pools/image',
      {
        'package.json': PACKAGE({ name: '@acme/pools', exports: { './image': './lib/esm/image.js' } }),
        'src/image.mts': POOL,
      },
    ],
    [
      'by a pattern of exports',
      'pools/tasks/image',
      {
        'package.json': PACKAGE({ name: 'pools', exports: { './tasks/*': './dist/tasks/*.js' } }),
        'source/tasks/image.ts': POOL,
      },
    ],
    [
      'by its source',
      'pools',
      { 'package.json': PACKAGE({ name: 'pools', main: 'src/main.ts' }), 'src/main.ts': POOL },
    ],
    [
      'by a path in it',
      'pools/src/image',
      { 'package.json': PACKAGE({ name: 'pools' }), 'src/image.ts': POOL },
    ],
    ['by its index alone', 'pools', { 'package.json': PACKAGE({ name: 'pools' }), 'index.js': POOL }],
    [
      'with a byte order mark',
      'pools',
      { 'package.json': `\uFEFF${PACKAGE({ name: 'pools', main: 'build/a.js' })}`, 'a.ts': POOL },
    ],
  ])('is found %s', async (_how, specifier, files) => {
    const entries = Object.entries(files).map(([path, text]) => [`packages/pools/${path}`, text]);
    expect(await callBy(specifier, Object.fromEntries(entries) as Files)).toBe('rewritten');
  });

  it('is not taken for one of two of the same name', async () => {
    const manifest = PACKAGE({ name: 'pools', main: 'index.ts' });
    const files = {
      'a/package.json': manifest,
      'a/index.ts': POOL,
      'b/package.json': manifest,
      'b/index.ts': POOL,
    };
    expect(await callBy('pools', files)).toBe('not found');
  });

  it('does not give what its exports do not', async () => {
    const files = {
      'a/package.json': PACKAGE({ name: 'pools', exports: './index.ts' }),
      'a/index.ts': POOL,
      'a/b.ts': POOL,
    };
    expect(await callBy('pools/b', files)).toBe('not found');
  });

  it('is found by its source where a link leads to what was built and is ignored', async () => {
    const root = createScratchFolder({
      '.gitignore': 'dist\nnode_modules\n',
      'packages/pools/package.json': PACKAGE({ name: 'pools', main: 'dist/index.js' }),
      'packages/pools/dist/index.js': "exports.pool = new (require('piscina'))();\n",
      'packages/pools/src/index.ts': POOL,
      'app/main.ts': "import { pool } from 'pools';\npool.run(1);\n",
    });
    mkdirSync(join(root, 'node_modules'));
    symlinkSync(join(root, 'packages/pools'), join(root, 'node_modules/pools'));
    const { sites } = await analyse({ root, targets: [root] }, [loadFamily('piscina')]);
    expect(sites.find(({ path }) => path === 'app/main.ts')?.outcome).toBe('rewritten');
  });
});

describe('a specifier is followed', () => {
  it.each<[string, string, Files]>([
    [
      'by the imports of its package',
      '#lib/pool',
      { 'package.json': PACKAGE({ imports: { '#lib/*': './dist/lib/*.js' } }), 'src/lib/pool.ts': POOL },
    ],
    ['to the source of what is not built', '../dist/pool.js', { 'package.json': '{}', 'src/pool.ts': POOL }],
    [
      'to the source of a folder that is not built',
      '../dist',
      { 'package.json': '{}', 'src/index.ts': POOL },
    ],
    [
      'by a tsconfig that another refers to',
      '@/pool',
      {
        'tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
        'tsconfig.app.json': PATHS,
        'src/pool.ts': POOL,
      },
    ],
    [
      'by the tsconfig of its folder',
      '@/pool',
      {
        'tsconfig.json': '{}',
        'app/tsconfig.json': '{ "extends": "./base.json" }',
        'app/base.json': PATHS.replace('./src', '../src'),
        'src/pool.ts': POOL,
      },
    ],
    [
      'by a tsconfig whose base is not installed',
      '@/pool',
      {
        'tsconfig.json': PATHS.replace('{', '{ "extends": "@tsconfig/node20/tsconfig.json",'),
        'src/pool.ts': POOL,
      },
    ],
    ['by a jsconfig', '@/pool', { 'jsconfig.json': PATHS, 'src/pool.js': POOL }],
    [
      'by an alias to what is not built',
      '@acme/pools',
      {
        'tsconfig.json': '{ "compilerOptions": { "paths": { "@acme/pools": ["./dist/pools/index.js"] } } }',
        'package.json': '{}',
        'pools/index.ts': POOL,
      },
    ],
  ])('%s', async (_how, specifier, files) => {
    expect(await callBy(specifier, files)).toBe('rewritten');
  });

  it('by the tsconfig that is given, wherever the file lies', async () => {
    const config = PATHS.replace('./src', '../src');
    const files = { 'tsconfig.json': '{}', 'config/build.json': config, 'src/pool.ts': POOL };
    expect(await callBy('@/pool', files, 'config/build.json')).toBe('rewritten');
    expect(await callBy('@/pool', files)).toBe('not found');
  });

  it.each([
    ['{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } ', '(line 1: '],
    [
      '{ "compilerOptions": {\n"target": "es2050", "strictFoo": true, "paths": { "@/*": ["./src/*"] } } }',
      '(line 2: ',
    ],
  ])('by what can be read of %j, with a note', async (tsconfig, line) => {
    const files = { 'tsconfig.json': tsconfig, 'src/pool.ts': POOL };
    expect(await callBy('@/pool', files)).toBe('rewritten');
    const { skipped } = await run({ ...files, 'a.ts': "import { pool } from '@/pool';\npool.run(1);\n" });
    const reason = expect.stringContaining(
      `followed only as far as this version of TypeScript reads it ${line}`,
    );
    expect(skipped).toEqual([{ path: 'tsconfig.json', reason }]);
  });
});
