import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { Project } from 'ts-morph';
import { REPOSITORY } from '../support/fixtures.js';
import { pack } from '../support/pack.js';
import { createScratchFolder, removeScratchFolders } from '../support/scratch.js';

interface Manifest {
  readonly version: string;
  readonly dependencies?: object;
  readonly peerDependencies: Record<string, string>;
  readonly scripts: Record<string, string>;
}

// Six engines and workers by hand, each with its worker's side, and their types.
const MAX_UNPACKED_BYTES = 195_000;
// What tests import, which no application loads.
const MAX_TESTING_BYTES = 30_000;
const tool = (name: string): string => join(REPOSITORY, 'node_modules', '.bin', name);

let tarball: string;
let folder: string;
let files: readonly string[];
let manifest: Manifest;

beforeAll(() => {
  const scratch = createScratchFolder({});
  tarball = pack('runtime', scratch);
  execFileSync('tar', ['xzf', tarball], { cwd: scratch });
  folder = join(scratch, 'package');
  files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}, 120_000);

afterAll(removeScratchFolders);

test('the package is as publint wants it', () => {
  expect(execFileSync(tool('publint'), [folder, '--strict'], { encoding: 'utf8' })).toContain('All good!');
});

test('its types are found and right for every way to import it', () => {
  // Tinypool is made of ES modules alone, and so is its executor.
  const options = ['--no-color', '--ignore-rules', 'cjs-resolves-to-esm'];
  expect(execFileSync(tool('attw'), [tarball, ...options], { encoding: 'utf8' })).toContain(
    'No problems found',
  );
});

test('it is small', () => {
  const isTesting = (file: string): boolean => /^dist\/testing\b/.test(file);
  const sizeOf = (some: readonly string[]): number =>
    some.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  expect(sizeOf(files.filter((file) => !isTesting(file)))).toBeLessThan(MAX_UNPACKED_BYTES);
  expect(sizeOf(files.filter(isTesting))).toBeLessThan(MAX_TESTING_BYTES);
});

test('it has no dependency but its peers, and no install script', () => {
  expect(manifest.dependencies).toBeUndefined();
  expect(Object.keys(manifest.scripts).filter((name) => /install|prepare/.test(name))).toEqual([]);
  const imported = /(?:require|createRequire\(__filename\))\("([\w@/.:#-]+)"\)|from\s*"([\w@/.-]+)"/g;
  const external = files
    .filter((file) => /\.m?js$/.test(file))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(imported)])
    .map(([, required, named]) => required ?? named ?? '')
    .filter((name) => !/^(?:node:|#|\.)/.test(name));
  expect(new Set(external)).toEqual(new Set(Object.keys(manifest.peerDependencies)));
});

test('what needs no worker can be bundled for a browser', () => {
  const { outputFiles } = buildSync({
    entryPoints: [join(folder, 'dist', 'context.mjs')],
    bundle: true,
    platform: 'browser',
    format: 'esm',
    external: ['@opentelemetry/api'],
    write: false,
  });
  expect(outputFiles[0]?.text).toContain('AsyncFunction');
  expect(outputFiles[0]?.text).not.toContain('node:');
});

test('its declarations import no file that is not there', () => {
  const project = new Project({ compilerOptions: { skipLibCheck: true }, skipAddingFilesFromTsConfig: true });
  project.addSourceFilesAtPaths(join(folder, '**/*.d.{ts,mts}'));
  const missing = project
    .getSourceFiles()
    .flatMap((file) => [...file.getImportDeclarations(), ...file.getExportDeclarations()])
    .filter((declaration) => declaration.getModuleSpecifierValue()?.startsWith('.'))
    .filter((declaration) => !declaration.getModuleSpecifierSourceFile())
    .map((declaration) => `${declaration.getSourceFile().getBaseName()}: ${declaration.getText()}`);
  expect(missing).toEqual([]);
});

test('what it calls itself in traces is its version', () => {
  const { version } = manifest;
  expect(readFileSync(join(folder, 'dist', 'scope.js'), 'utf8')).toContain(`"${version}"`);
});
