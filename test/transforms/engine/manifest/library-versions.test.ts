import { join } from 'node:path';
import { LibraryVersions } from '../../../../transforms/engine/manifest/library-versions.js';
import { readFileSync } from 'node:fs';
import type { Files } from '../../../support/fixtures.js';
import { REPOSITORY } from '../../../support/fixtures.js';
import { createScratchFolder, removeScratchFolders } from '../../../support/scratch.js';
import { description } from '../../../../transforms/piscina/family.js';

afterAll(removeScratchFolders);

const asks = (range: string, section = 'dependencies'): string =>
  JSON.stringify({ [section]: { piscina: range } });
const NPM = (path: string, version: string): string => JSON.stringify({ packages: { [path]: { version } } });
const YARN = '"piscina@^4.0.0", piscina@^4.2.0:\n  version "4.9.4"\n  resolved "x"\n';
const BERRY = '"piscina@npm:^4.0.0, piscina@npm:^5.0.0":\n  version: 5.1.2\n  resolution: "x"\n';
const PNPM =
  "packages:\n\n  piscina@4.9.4:\n    resolution: {}\n\n  '@acme/piscina@5.0.0':\n    resolution: {}\n";
const BUN = '{ "packages": { "piscina": ["piscina@4.4.0", "", {}, "sha512-x"] } }';

function ask(files: Files, folder = 'app/src'): string | undefined {
  const root = createScratchFolder({ [`${folder}/a.ts`]: '', ...files });
  return new LibraryVersions().unsupported(join(root, folder), 'piscina', '^5.0.0');
}

it.each<[string, Files]>([
  ['nothing tells of it', {}],
  ['a range has what is supported', { 'app/package.json': asks('^4.0.0 || ^5.0.0') }],
  ['a range cannot be read', { 'app/package.json': asks('catalog:default') }],
  ['a tag is asked for', { 'app/package.json': asks('latest') }],
  ['a fork is asked for', { 'app/package.json': asks('github:acme/piscina#main') }],
  [
    'it is installed',
    { 'package.json': asks('^4.0.0'), 'node_modules/piscina/package.json': '{ "version": "5.3.2" }' },
  ],
  [
    'a prerelease is installed',
    { 'package.json': asks('next'), 'node_modules/piscina/package.json': '{ "version": "5.4.0-rc.1" }' },
  ],
  ['it is locked, of two', { 'app/package.json': asks('>=4'), 'yarn.lock': YARN + BERRY }],
  ['the lock file is broken', { 'app/package.json': asks('>=4'), 'package-lock.json': '{' }],
  ['the package.json is broken', { 'app/package.json': '{' }],
])('says nothing where %s', (_, files) => {
  expect(ask(files)).toBeUndefined();
});

it.each<[string, Files, string]>([
  [
    'the range',
    { 'app/package.json': asks('^4.4.0', 'devDependencies') },
    'package.json asks for piscina ^4.4.0',
  ],
  [
    'what is installed',
    { 'app/package.json': asks('>=4'), 'node_modules/piscina/package.json': '{ "version": "4.9.4" }' },
    'piscina 4.9.4 is installed',
  ],
  [
    'the lock of npm',
    { 'app/package.json': asks('>=4'), 'package-lock.json': NPM('node_modules/piscina', '4.8.0') },
    'the lock file has piscina 4.8.0',
  ],
  [
    'the lock of a workspace',
    { 'app/package.json': asks('>=4'), 'package-lock.json': NPM('app/node_modules/piscina', '4.7.0') },
    'the lock file has piscina 4.7.0',
  ],
  [
    'the lock of Yarn',
    { 'app/package.json': asks('>=4'), 'yarn.lock': YARN },
    'the lock file has piscina 4.9.4',
  ],
  [
    'the lock of pnpm',
    { 'app/package.json': asks('>=4'), 'pnpm-lock.yaml': PNPM },
    'the lock file has piscina 4.9.4',
  ],
  [
    'the lock of Bun',
    { 'app/package.json': asks('>=4'), 'bun.lock': BUN },
    'the lock file has piscina 4.4.0',
  ],
  [
    'its own repository',
    { 'app/package.json': '{ "name": "piscina", "version": "5.3.2" }' },
    'this is piscina itself',
  ],
])('tells an older version by %s', (_, files, reason) => {
  expect(ask(files)).toBe(reason);
});

it('is asked for the versions that the runtime takes', () => {
  const manifest = JSON.parse(readFileSync(join(REPOSITORY, 'runtime/package.json'), 'utf8')) as {
    peerDependencies: Record<string, string>;
  };
  expect(description.supported).toBe(manifest.peerDependencies['piscina']);
});
