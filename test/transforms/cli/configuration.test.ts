import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run, SHOP } from '../../support/cli.js';
import type { Files } from '../../support/fixtures.js';
import { commitAll } from '../../support/git.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

const EXPORTED = `{ ignore: ['src/pool.ts'] }`;

/** The shop without its pool, where it only matters how many files are looked at: what proves is not loaded then. */
const EMPTY_SHOP: Files = { ...SHOP, 'src/pool.ts': 'export {};\n', 'src/print.ts': 'export {};\n' };

function put(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

describe('a configuration is read', () => {
  it.each<[string, Files]>([
    ['from TypeScript', { 'traced-pool.config.ts': `export default ${EXPORTED} satisfies object;\n` }],
    ['from .mts', { 'traced-pool.config.mts': `export default ${EXPORTED} as const;\n` }],
    ['from .cts', { 'traced-pool.config.cts': `const x: object = ${EXPORTED};\nexport default x;\n` }],
    ['from .mjs', { 'traced-pool.config.mjs': `export default ${EXPORTED};\n` }],
    ['from .cjs', { 'traced-pool.config.cjs': `module.exports = ${EXPORTED};\n` }],
    ['from .js that requires', { 'traced-pool.config.js': `module.exports = ${EXPORTED};\n` }],
    [
      'from .js that imports',
      { 'traced-pool.config.js': `import 'node:fs';\nexport default ${EXPORTED};\n` },
    ],
    [
      'from .js of a module package',
      {
        'traced-pool.config.js': `export default await Promise.resolve(${EXPORTED});\n`,
        'package.json': SHOP['package.json'].replace('{', '{ "type": "module",'),
      },
    ],
    ['from JSON with comments', { 'traced-pool.config.json': '// pools\n{ "ignore": ["src/pool.ts"], }\n' }],
    [
      'from JSON with carriage returns and a byte order mark',
      { 'traced-pool.config.json': '\uFEFF{\r\n  "ignore": ["src/pool.ts"]\r\n}\r\n' },
    ],
    [
      'from package.json',
      {
        'package.json': SHOP['package.json'].replace('{', '{ "traced-pool": { "ignore": ["src/pool.ts"] },'),
      },
    ],
    [
      'with what it imports itself',
      {
        'traced-pool.config.ts': "import { ignore } from './tools/ignored';\nexport default { ignore };\n",
        'tools/ignored.ts': "export const ignore: string[] = ['src/pool.ts'];\n",
      },
    ],
    [
      'with the helpers of a package that is not installed',
      {
        'traced-pool.config.ts': `import { defineConfig } from 'traced-pool-codemod';\nexport default defineConfig(${EXPORTED});\n`,
      },
    ],
  ])('%s', (_, files) => {
    const folder = createScratchFolder({ ...SHOP, ...files });
    const { stdout, stderr, status } = run(folder, 'src');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Looked at 1 source file');
  });

  it('unless --no-config says that none counts', () => {
    const folder = createScratchFolder({
      ...EMPTY_SHOP,
      'traced-pool.config.mjs': `export default ${EXPORTED};\n`,
    });
    expect(run(folder, 'src', '--no-config').stdout).toContain('Looked at 2 source files');
  });

  it('from the file behind a link, and from where the link is', () => {
    const folder = createScratchFolder({ ...SHOP, 'tools/shared.mjs': `export default ${EXPORTED};\n` });
    symlinkSync('tools/shared.mjs', join(folder, 'traced-pool.config.mjs'));
    expect(run(folder, 'src').stdout).toContain('Looked at 1 source file');
  });

  it('and prints what it prints', () => {
    const files = { 'traced-pool.config.mjs': `console.log('hello');\nexport default {};\n` };
    expect(run(createScratchFolder({ ...SHOP, ...files })).stdout).toMatch(/^hello\n--- a\//);
  });
});

describe('where it is looked for', () => {
  const MONOREPO: Files = {
    'package.json': '{ "name": "street", "workspaces": ["shops/*"] }\n',
    'traced-pool.config.json': '{ "ignore": ["shops/*/src/print.ts", "/extra.ts"], "minimal": true }\n',
    'shops/one/package.json': SHOP['package.json'],
    'shops/one/src/pool.ts': 'export {};\n',
    'shops/one/src/print.ts': SHOP['src/print.ts'],
    'shops/one/extra.ts': 'export {};\n',
    'shops/two/package.json': SHOP['package.json'],
    'shops/two/src/pool.ts': 'export {};\n',
    'shops/two/src/print.ts': SHOP['src/print.ts'],
  };
  const POOL_OF_TWO: Files = { 'shops/two/src/pool.ts': `${SHOP['src/pool.ts']}labels.run(1);\n` };

  it.each([
    ['with git', true],
    ['without git', false],
  ])('one serves a monorepo, from each of its folders, %s', (_, hasGit) => {
    const folder = createScratchFolder(MONOREPO);
    if (hasGit) commitAll(folder);
    expect(run(folder).stdout).toContain('Looked at 3 source files');
    expect(run(join(folder, 'shops/one')).stdout).toContain('Looked at 2 source files');
    expect(run(join(folder, 'shops/one/src')).stdout).toContain('Looked at 1 source file ');
    put(folder, POOL_OF_TWO);
    const { stdout } = run(join(folder, 'shops/two'));
    expect(stdout).toContain('TracedThreadPoolExecutor');
    expect(stdout).not.toContain('submit');
  });

  it('the nearest one counts alone', () => {
    const folder = createScratchFolder({
      ...MONOREPO,
      ...POOL_OF_TWO,
      'shops/two/traced-pool.config.json': '{}',
    });
    const { stdout } = run(join(folder, 'shops/two'));
    expect(stdout).toContain('Looked at 2 source files');
    expect(stdout).toContain('labels.submit(1)');
  });

  it('never beyond the repository, nor beyond a project without git', () => {
    const outside = { 'traced-pool.config.json': '{ "ignore": ["*"] }' };
    const files = Object.fromEntries(
      Object.entries(EMPTY_SHOP).map(([name, text]) => [`shop/${name}`, text]),
    );
    const folder = createScratchFolder({ ...files, ...outside });
    expect(run(join(folder, 'shop')).stdout).toContain('Looked at 2 source files');
    put(folder, { 'package.json': '{}' });
    expect(run(join(folder, 'shop')).stdout).toContain('Looked at 0 source files');
    commitAll(join(folder, 'shop'));
    expect(run(join(folder, 'shop')).stdout).toContain('Looked at 2 source files');
  });

  it('is told by --config', () => {
    const folder = createScratchFolder({
      ...EMPTY_SHOP,
      'tools/pools.json': '{ "ignore": ["print.ts"] }',
    });
    expect(run(folder, '--config', 'tools/pools.json').stdout).toContain('Looked at 2 source files');
    put(folder, { 'pools.json': '{ "ignore": ["print.ts"] }' });
    expect(run(folder, '--config', 'pools.json').stdout).toContain('Looked at 1 source file ');
  });
});

describe('the command line', () => {
  it('wins, and adds what is left out and what is an alias', () => {
    const folder = createScratchFolder({
      ...SHOP,
      'src/fork.ts': "import P from '@acme/piscina';\nexport const p = new P();\n",
      'src/other.ts': "import Q from '@acme/fork';\nexport const q = new Q();\n",
      'traced-pool.config.json': JSON.stringify({
        families: ['tinypool'],
        ignore: ['src/print.ts'],
        alias: { '@acme/piscina': 'piscina' },
      }),
    });
    expect(run(folder).stdout).toMatch(/Looked at 3 source files [^\n]*found no Tinypool pool,/);
    const { stdout } = run(
      folder,
      '--family',
      'piscina',
      '--alias',
      '@acme/fork=piscina',
      '--ignore',
      'src/pool.ts',
    );
    expect(stdout).toContain('Looked at 2 source files');
    expect(stdout.match(/^\+export const . = new TracedThreadPoolExecutor\(\)/gm)).toHaveLength(2);
  });

  it('holds for explain, for --check and for reports as well', () => {
    const folder = createScratchFolder({ ...SHOP, 'traced-pool.config.json': '{ "minimal": true }' });
    expect(run(folder, 'explain', 'src/print.ts:3').stdout).toContain('with --minimal');
    run(folder, '--write', '--report', 'out.json');
    const { sites } = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
    expect(sites).toContainEqual(
      expect.objectContaining({ path: 'src/print.ts', outcome: 'already-traced' }),
    );
    expect(run(folder, '--check').status).toBe(0);
    expect(run(folder, '--check', '--no-config').status).toBe(1);
  });
});

describe('a mistake is one sentence that names the file', () => {
  it.each<[string, Files, RegExp]>([
    [
      'an unknown key',
      { 'traced-pool.config.json': '{ "ignored": [] }' },
      /^traced-pool\.config\.json: there is no option ignored; there are: ignore, /,
    ],
    [
      'a wrong type',
      { 'traced-pool.config.json': '{ "ignore": "x" }' },
      /: ignore must be an array of globs/,
    ],
    [
      'too many threads',
      { 'traced-pool.config.json': '{ "jobs": 65 }' },
      /: jobs must be a whole number from 1 to 64/,
    ],
    ['no object', { 'traced-pool.config.json': '[]' }, /: the configuration must be an object/],
    [
      'an unknown family',
      { 'traced-pool.config.json': '{ "families": ["acme"] }' },
      /: families: there is no family acme; there are: child-process, jest-worker, /,
    ],
    [
      'an alias of no library',
      { 'traced-pool.config.json': '{ "alias": { "a": "b" } }' },
      /: alias a=b: no family knows b/,
    ],
    [
      'a missing tsconfig',
      { 'traced-pool.config.json': '{ "tsconfig": "x.json" }' },
      /: tsconfig: x\.json is not a file/,
    ],
    [
      'broken JSON',
      { 'traced-pool.config.json': '{\n  "ignore": ]\n}' },
      /cannot be loaded: \w+ \(line 2, column 13\)/,
    ],
    [
      'broken TypeScript',
      { 'traced-pool.config.ts': 'export default {\n' },
      /^traced-pool\.config\.ts cannot be loaded: /,
    ],
    [
      'one that throws',
      { 'traced-pool.config.mjs': "throw new Error('no kiln');\n" },
      /\.mjs cannot be loaded: no kiln$/,
    ],
    [
      'one that throws no error',
      { 'traced-pool.config.mjs': "throw 'no kiln';\n" },
      /\.mjs cannot be loaded: no kiln$/,
    ],
    [
      'no default export',
      { 'traced-pool.config.mjs': 'export const ignore = [];\n' },
      /it has no default export/,
    ],
    [
      'two in one folder',
      { 'traced-pool.config.json': '{}', 'traced-pool.config.ts': '' },
      /has two configurations, traced-pool\.config\.json and traced-pool\.config\.ts; leave one/,
    ],
    [
      'two, of which one is in package.json',
      { 'traced-pool.config.json': '{}', 'package.json': '{ "traced-pool": {} }' },
      /has two configurations, traced-pool\.config\.json and package\.json; leave one/,
    ],
    [
      'a key in package.json that is no object',
      { 'package.json': '{ "name": "x", "traced-pool": "1.0.0" }' },
      /^package\.json: the configuration must be an object/,
    ],
  ])('%s', (_, files, message) => {
    const folder = createScratchFolder({ ...SHOP, ...files });
    const { status, stdout, stderr } = run(folder);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr.trim().replace('traced-pool-codemod: ', '')).toMatch(message);
  });

  it('a file that --config names and that is not there', () => {
    expect(run(createScratchFolder(SHOP), '--config', 'x.json').stderr).toMatch(
      /--config .*x\.json.* is not a file/i,
    );
  });
});
