import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { valid } from 'semver';

type Reader = (text: string, name: string, owner: string) => readonly string[];

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

function matchAll(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, version]) => version ?? []);
}

/** https://docs.npmjs.com/cli/configuring-npm/package-lock-json, from version 2 on; `owner` is relative to the file. */
function fromNpm(text: string, name: string, owner: string): readonly string[] {
  const lock = JSON.parse(text) as { packages?: Record<string, { version?: string }> };
  const folders = owner === '' ? [''] : [`${owner}/`, ''];
  const found = folders.map((folder) => lock.packages?.[`${folder}node_modules/${name}`]?.version);
  return found.filter((version) => version !== undefined).slice(0, 1);
}

/** Both forms of yarn.lock: an entry's head names the package with its ranges, its first lines the version. */
function fromYarn(text: string, name: string): readonly string[] {
  return matchAll(text, new RegExp(`^"?${escape(name)}@[^\\n]*:\\n\\s+"?version"?:? "?([^"\\s]+)`, 'gm'));
}

/** The keys of pnpm-lock.yaml in all its forms: `/piscina@5.1.0`, `piscina@5.1.0`, `/piscina/5.1.0`. */
function fromPnpm(text: string, name: string): readonly string[] {
  return matchAll(text, new RegExp(`^ {2}'?/?${escape(name)}[@/]([^\\s:('_]+)`, 'gm'));
}

function fromBun(text: string, name: string): readonly string[] {
  return matchAll(text, new RegExp(`\\["${escape(name)}@([^"]+)"`, 'g'));
}

const READERS: readonly (readonly [string, Reader])[] = [
  ['package-lock.json', fromNpm],
  ['npm-shrinkwrap.json', fromNpm],
  ['yarn.lock', fromYarn],
  ['pnpm-lock.yaml', fromPnpm],
  ['bun.lock', fromBun],
];

/**
 * The versions of a package in the first lock file of some folders, in order.
 *
 * @param owner the folder whose package.json asks for the package
 */
export function findLockedVersions(folders: readonly string[], owner: string, name: string): string[] {
  for (const folder of folders) {
    for (const [file, read] of READERS) {
      const path = join(folder, file);
      if (!existsSync(path)) continue;
      try {
        const versions = read(readFileSync(path, 'utf8'), name, relative(folder, owner).split(sep).join('/'));
        return versions.filter((version) => valid(version) !== null);
      } catch {
        // A lock file that cannot be read says nothing.
        return [];
      }
    }
  }
  return [];
}
