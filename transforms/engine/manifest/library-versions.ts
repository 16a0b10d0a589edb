import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { intersects, satisfies, valid, validRange } from 'semver';
import { findLockedVersions } from './lock-files.js';
import { readManifest } from '../resolution/read-manifest.js';

const SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

function declaredRange(folder: string, name: string): string | undefined {
  const manifest = readManifest(join(folder, 'package.json')) ?? {};
  for (const section of SECTIONS) {
    const range = (manifest[section] as Record<string, unknown> | undefined)?.[name];
    if (typeof range === 'string') return range;
  }
  return undefined;
}

/** The folders from this one up to the root of the file system. */
function upwards(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...upwards(parent)];
}

function installedVersion(folders: readonly string[], name: string): string | undefined {
  const path = folders
    .map((folder) => join(folder, 'node_modules', name, 'package.json'))
    .find((candidate) => existsSync(candidate));
  const version = path === undefined ? undefined : readManifest(path)?.['version'];
  return typeof version === 'string' && valid(version) !== null ? version : undefined;
}

/** Tells which version of a library a folder uses: what is installed, else what a lock file says, else its package.json. */
export class LibraryVersions {
  readonly #answers = new Map<string, string | undefined>();

  /** What is used instead, for people, where no supported version is; `undefined` where one is, or nothing tells. */
  unsupported(folder: string, name: string, supported: string): string | undefined {
    const key = `${folder}\0${name}\0${supported}`;
    if (!this.#answers.has(key)) this.#answers.set(key, this.#find(folder, name, supported));
    return this.#answers.get(key);
  }

  /** Whether a folder belongs to the library itself. */
  isOwn(folder: string, name: string): boolean {
    const manifests = upwards(folder).map((one) => readManifest(join(one, 'package.json')));
    return manifests.find((manifest) => manifest)?.['name'] === name;
  }

  #find(folder: string, name: string, supported: string): string | undefined {
    const folders = upwards(folder);
    if (this.isOwn(folder, name)) return `this is ${name} itself`;
    const owner = folders.find((one) => declaredRange(one, name));
    const range = owner && declaredRange(owner, name);
    if (owner === undefined || range === undefined) return undefined;
    const above = upwards(owner);
    const installed = installedVersion(above, name);
    if (installed !== undefined) {
      return satisfies(installed, supported, { includePrerelease: true })
        ? undefined
        : `${name} ${installed} is installed`;
    }
    // Catalogues, links and git have ranges that say nothing.
    if (validRange(range) === null || range.trim() === '') return undefined;
    const locked = findLockedVersions(above, owner, name).filter((version) => satisfies(version, range));
    if (locked.length > 0) {
      const isSupported = locked.some((version) =>
        satisfies(version, supported, { includePrerelease: true }),
      );
      return isSupported ? undefined : `the lock file has ${name} ${locked[0]}`;
    }
    return intersects(range, supported) ? undefined : `package.json asks for ${name} ${range}`;
  }
}
