import { analyse } from '../../../../dist/engine/analyse.js';
import { familyNames, loadFamily } from '../../../../dist/families.js';
import type { Files } from '../../../support/fixtures.js';
import { createScratchFolder, removeScratchFolders } from '../../../support/scratch.js';

afterAll(removeScratchFolders);

/** What is told of the file that the workers of the pool in src/pool.ts run. */
async function workerOf(code: string, options: string, files: Files): Promise<string | undefined> {
  const pool = `import { Piscina } from 'piscina';\n${code}\nexport const pool = new Piscina(${options});\n`;
  const root = createScratchFolder({ 'package.json': '{}', 'src/pool.ts': pool, ...files });
  const run = { root, targets: [root], isExplained: true };
  const { sites, proofs } = await analyse(run, familyNames().map(loadFamily));
  const construct = sites.find(({ kind }) => kind === 'construct');
  return proofs.get(construct?.id ?? '')?.find(({ text }) => text.startsWith('runs'))?.text;
}

const PATH = "import path, { join, resolve } from 'node:path';";
const URLS = "import { fileURLToPath, pathToFileURL } from 'node:url';";
const OPTIONS = "const options = { maxThreads: 2, filename: join(__dirname, 'worker.js') };";

it.each([
  ["new URL('./worker.js', import.meta.url).href", ''],
  ["fileURLToPath(new URL('./worker.ts', import.meta.url))", URLS],
  ["new URL(`./worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url).toString()", ''],
  ["pathToFileURL(join(__dirname, 'worker')).href", PATH + URLS],
  ["path.resolve(import.meta.dirname, './worker.js')", PATH],
  ["resolve(path.dirname(fileURLToPath(import.meta.url)), 'worker.mjs')", PATH + URLS],
  ["require.resolve('./worker')", ''],
  ["import.meta.resolve('./worker.js')", ''],
  ["__dirname + '/worker.js'", ''],
  ['`${__dirname}/${NAME}.js`', "const NAME = 'worker';"],
  ['FILE', `${PATH}\nconst FOLDER = __dirname;\nconst FILE = join(FOLDER, 'worker.js') as string;`],
  ['PATHS.worker', "const PATHS = { worker: './worker.js' };"],
  ["process.env.WORKER ?? './worker.js'", ''],
  ["process.env.DEV ? './worker.ts' : './worker.js'", ''],
  ["join(process.cwd(), '..') && './src/worker.js'", PATH],
  ['workerUrl', "import workerUrl from './worker?worker&url';"],
])('follows %s', async (filename, code) => {
  const known = filename.includes('&&')
    ? 'runs a file that is not known (it is computed)'
    : 'runs src/worker.ts';
  const extension = filename.includes('.mjs') ? '.mts' : '.ts';
  const expected = known.replace('.ts', extension);
  expect(await workerOf(code, `{ filename: ${filename} }`, { [`src/worker${extension}`]: '' })).toBe(
    expected,
  );
});

it.each([
  ['options', PATH + OPTIONS],
  ['{ ...options, maxThreads: 4 }', PATH + OPTIONS],
  ['{ filename }', `${PATH}\nconst filename = join(__dirname, 'worker.js');`],
  ['{ filename: FILE }', "import { FILE } from './paths.js';"],
  ['{ filename: dist }', `${PATH}\nconst dist = resolve(__dirname, '../dist/worker.js');`],
])('finds the option in %s', async (options, code) => {
  const files = { 'src/worker.ts': '', 'src/paths.ts': "export const FILE = './worker.js'; // piscina\n" };
  expect(await workerOf(code, options, files)).toBe('runs src/worker.ts');
});

it.each([
  ['{ filename: find() }', 'runs a file that is not known (it comes out of a call of find)'],
  ['{ filename: name }', 'runs a file that is not known (`name` is not a constant)'],
  ["{ filename: './gone.js' }", 'runs a file that is not known (there is no source for ./gone.js)'],
  ['{ maxThreads: 2 }', undefined],
])('says what is not known of %s', async (options, expected) => {
  const code = 'declare function find(): string;\ndeclare const name: string;';
  expect(await workerOf(code, options, { 'src/worker.ts': '' })).toBe(expected);
});
