import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readFixtures, REPOSITORY } from '../support/fixtures.js';
import { pack } from '../support/pack.js';
import { runProgram } from '../support/run-program.js';
import { createScratchFolder, removeScratchFolders } from '../support/scratch.js';
import { formatSpanTrees } from '../support/span-tree.js';

const { exports: entries, peerDependencies } = JSON.parse(
  readFileSync(join(REPOSITORY, 'runtime', 'package.json'), 'utf8'),
) as { exports: Record<string, object>; peerDependencies: Record<string, string> };
// What extends a test runner's `expect` is loaded by the test runner: see testing-runners.test.ts.
const subpaths = Object.keys(entries).filter((subpath) => !/\.json$|^\.\/testing\//.test(subpath));
const TEST_RUNNERS = ['@jest/globals', 'vitest'];
const engines = subpaths.filter((subpath) => subpath.slice(2) in peerDependencies);

let folder: string;
let packages: string;

beforeAll(() => {
  folder = createScratchFolder({});
  packages = join(folder, 'node_modules');
  mkdirSync(packages);
  execFileSync('tar', ['xzf', pack('runtime', folder), '-C', packages]);
  renameSync(join(packages, 'package'), join(packages, 'traced-pool'));
  const libraries = Object.keys(peerDependencies).filter((name) => !name.includes('/'));
  for (const library of ['@opentelemetry', ...libraries])
    symlinkSync(join(REPOSITORY, 'node_modules', library), join(packages, library));
}, 120_000);

afterAll(removeScratchFolders);

/** The names of what an entry exports, each with the name that it has of itself. */
function load(subpath: string, way: 'import' | 'require'): Record<string, string> {
  const specifier = JSON.stringify(subpath.replace(/^\./, 'traced-pool'));
  const loaded = way === 'import' ? `await import(${specifier})` : `require(${specifier})`;
  const script = `(async () => {
    const entries = Object.entries(${loaded}).map(([key, { name }]) => [key, name]);
    console.log(JSON.stringify(Object.fromEntries(entries)));
  })()`;
  return JSON.parse(
    execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' }),
  ) as Record<string, string>;
}

test('there is an entry for every pool library', () => {
  expect(engines.map((subpath) => subpath.slice(2))).toEqual(
    Object.keys(peerDependencies).filter(
      (name) => !['@opentelemetry/api', 'piscina', ...TEST_RUNNERS].includes(name),
    ),
  );
});

test.each(subpaths)('%s gives the same by import and by require', (subpath) => {
  const imported = load(subpath, 'import');
  const { [subpath]: known = 'TracedThreadPoolExecutor' } = {
    './context': 'bind',
    './testing': 'collectSpans',
  };
  expect(imported).toHaveProperty(known);
  // Node.js 20 requires no ES module.
  if ('require' in (entries[subpath] ?? {})) expect(load(subpath, 'require')).toEqual(imported);
  for (const [key, name] of Object.entries(imported)) if (key.startsWith('Traced')) expect(name).toBe(key);
});

const firstCases = engines.flatMap((subpath) =>
  readFixtures(subpath.slice(2))
    .filter(({ trace }) => trace)
    .slice(0, 1),
);

test.each(firstCases)(
  'the packed files keep the traces of $family: $name',
  async ({ input, output, trace }) => {
    const { exitCode, spans, stderr } = await runProgram({ ...input, ...output }, packages);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(formatSpanTrees(spans)).toBe(trace);
  },
);

test('nothing else is packed beside the declarations and the code', () => {
  const names = readdirSync(join(packages, 'traced-pool'));
  expect(names.sort()).toEqual(['LICENSE', 'dist', 'package.json']);
});
