import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compare } from 'semver';
import type { PoolFamilyDescription } from '../dist/engine/sites/pool-family.js';
import type { SupportedPool } from './support-table.js';

type Families = typeof import('../dist/families.js');

function readManifest(path: string): { readonly version: string; readonly dependencies: object } {
  return JSON.parse(readFileSync(path, 'utf8')) as { version: string; dependencies: object };
}

/** The versions of a library that are installed for tests. */
function findVersions(repository: string, library: string): string[] {
  const { dependencies } = readManifest(join(repository, 'test', 'pool-versions', 'package.json'));
  const sources = Object.values(dependencies) as readonly string[];
  const older = sources.flatMap((source) => /^npm:(.+)@(.+)$/.exec(source)?.slice(1) ?? []);
  const versions = older.filter((_, index) => older[index - 1] === library && index % 2 === 1);
  const { version } = readManifest(join(repository, 'node_modules', library, 'package.json'));
  return [...new Set([...versions, version])].sort(compare);
}

/** What is refused of workers by hand, which some fixtures have beside their pools. */
const OF_CHANNELS: ReadonlySet<string> = new Set([
  'unknown-end',
  'unopened-message',
  'deferred-message',
  'deferred-start',
]);

/** The codes by which places are refused in the fixtures of a family. */
function findRefusals(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sites = files.filter((name) => name.endsWith('sites.txt'));
  const texts = sites.map((name) => readFileSync(join(folder, name), 'utf8'));
  const codes = texts.flatMap((text) => [...text.matchAll(/ refused (\S+)$/gm)].map(([, code = '']) => code));
  return [...new Set(codes)].filter((code) => !OF_CHANNELS.has(code)).sort();
}

/** The pool libraries that there are families for, with what tests show of them. */
export function findSupport(repository: string): SupportedPool[] {
  const path = join(repository, 'dist', 'families.js');
  if (!existsSync(path)) throw new Error(`${path} is not there; run npm run build first`);
  const { describeFamily, familyNames } = createRequire(path)(path) as Families;
  const descriptions = familyNames().map((name) => describeFamily(name));
  return descriptions
    .filter((description): description is PoolFamilyDescription => 'workerSide' in description)
    .map((description) => ({
      description,
      versions: description.packages.flatMap((library) => findVersions(repository, library)),
      refusals: findRefusals(join(repository, '__testfixtures__', description.name)),
    }));
}
