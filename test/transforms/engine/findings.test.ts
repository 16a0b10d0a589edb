import { describeFamily, familyNames, loadFamily } from '../../../dist/families.js';
import { analyse } from '../../../dist/engine/analyse.js';
import { survey } from '../../../dist/engine/survey.js';
import type { Files } from '../../support/fixtures.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

const POOL = "import Piscina from 'piscina';\nexport const pool = new Piscina();\n";
const CALL = "import { pool } from './pool';\nexport const task = () => pool.run(1);\n";
// TypeScript reads it, and tells later; jscodeshift's parser does not.
const TWICE = 'const twice = 1;\nconst twice = 2;\n';

async function run(files: Files) {
  const root = createScratchFolder(files);
  const {
    files: outcomes,
    failed,
    skipped,
  } = await analyse({ root, targets: [root] }, familyNames().map(loadFamily));
  return {
    changed: outcomes.filter(({ before, after }) => before !== after).map(({ path }) => path),
    failed,
    skipped,
  };
}

it('leaves out a file with the library in it that jscodeshift cannot parse, and finishes the others', async () => {
  expect(await run({ 'pool.ts': POOL, 'a.ts': POOL + TWICE, 'b.ts': CALL })).toEqual({
    changed: ['b.ts', 'pool.ts'],
    failed: [{ path: 'a.ts', reason: expect.stringMatching(/^cannot be parsed: .*\(line 4, column 7\)$/) }],
    skipped: [],
  });
});

it('does not fail for an importer that it has nothing to edit in', async () => {
  const other = `export * from './pool';\n${TWICE}`;
  expect(await run({ 'pool.ts': POOL, 'a.ts': other, 'b.ts': CALL })).toEqual({
    changed: ['b.ts', 'pool.ts'],
    failed: [],
    skipped: [],
  });
});

it('leaves out what TypeScript cannot follow, as long as jscodeshift can parse it', async () => {
  const { changed, failed, skipped } = await run({
    'pool.ts': POOL,
    'a.js': CALL + 'const a = do { 1; };\n',
  });
  expect({ changed, failed }).toEqual({ changed: ['pool.ts'], failed: [] });
  expect(skipped).toEqual([
    { path: 'a.js', reason: expect.stringMatching(/^has syntax that cannot be followed/) },
  ]);
});

it('knows after a survey that there is nothing to find', async () => {
  const root = createScratchFolder({ 'a.ts': CALL, 'b.vue': '', 'c.vue': "import 'piscina'" });
  const families = familyNames();
  const surveyed = await survey({ root, targets: [root] }, families.map(describeFamily));
  expect(surveyed.texts.size).toBe(0);
  expect(surveyed.analysis).toEqual(await analyse({ root, targets: [root] }, families.map(loadFamily)));
  expect(surveyed.analysis.skipped).toHaveLength(1);
});

it('lists components that use a pool of the project', async () => {
  const component = (specifier: string, call: string): string =>
    `<script setup>\nimport { pool } from '${specifier}';\n${call};\n</script>\n`;
  const { skipped } = await run({
    'pool.ts': POOL,
    'other.ts': 'export const pool = 1;\n',
    'a.vue': component('./pool', 'pool.run(1)'),
    'b.svelte': component('./pool.js', 'pool.close()'),
    'c.vue': component('./other', 'pool.run(1)'),
  });
  expect(skipped).toEqual([{ path: 'a.vue', reason: 'its script is embedded in another language' }]);
});

it('says which files are only right together', async () => {
  const root = createScratchFolder({
    'package.json': '{ "dependencies": { "piscina": "^5.0.0" } }',
    'call.ts': CALL,
    'other.ts': POOL.replace('pool', 'other'),
    'pool.ts': `import type { Tank } from './types';\n${POOL.replace('pool', 'pool: Tank')}`,
    'types.ts': "export type { Piscina as Tank } from 'piscina';\n",
  });
  const { files } = await analyse({ root, targets: [root] }, familyNames().map(loadFamily));
  expect(files.map(({ path, linked }) => [path, linked])).toEqual([
    ['call.ts', ['pool.ts']],
    ['other.ts', ['package.json']],
    ['package.json', []],
    ['pool.ts', ['call.ts', 'package.json']],
  ]);
});
