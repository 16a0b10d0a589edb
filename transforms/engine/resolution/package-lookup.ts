import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { findPackageEntries, findPackageImports, findPublishedEntries } from './package-entries.js';
import type { PackageManifest } from './package-entries.js';
import { readManifest } from './read-manifest.js';

const INSTALLED = `${sep}node_modules${sep}`;

interface PackageSpecifier {
  readonly name: string;
  /** Without the slash before it; empty for the package itself. */
  readonly subpath: string;
}

/** `@acme/pools` and `lib/report.js` of `@acme/pools/lib/report.js`. */
function splitSpecifier(specifier: string): PackageSpecifier {
  const segments = specifier.split('/');
  const length = specifier.startsWith('@') ? 2 : 1;
  return { name: segments.slice(0, length).join('/'), subpath: segments.slice(length).join('/') };
}

interface Folder {
  readonly hasModules: boolean;
  readonly manifest: PackageManifest | undefined;
}

/** Tells packages that are part of the project from those that are installed, be they installed or not. */
export class PackageLookup {
  readonly #answers = new Map<string, boolean>();
  readonly #folders = new Map<string, Folder>();
  #foldersByName: Map<string, string | undefined> | undefined;

  /** @param manifests the paths of the project's package.json files */
  constructor(private readonly manifests: readonly string[]) {}

  /** Whether a specifier that is no path may mean a package of the project: one of its own, or one linked to. */
  mayBeOwn(specifier: string, folder: string): boolean {
    const { name } = splitSpecifier(specifier);
    return this.#packages().has(name) || this.#isOwn(name, folder);
  }

  /** The absolute paths that a specifier may mean if it means a package of the project; they may not exist. */
  entriesOf(specifier: string, folder: string): string[] {
    if (specifier.startsWith('#')) {
      const own = this.folderOf(folder);
      const manifest = own === undefined ? undefined : this.#look(own).manifest;
      return manifest ? findPackageImports(manifest, specifier).map((path) => join(own ?? '', path)) : [];
    }
    const { name, subpath } = splitSpecifier(specifier);
    const base = this.#packages().get(name);
    const manifest = base === undefined ? undefined : this.#look(base).manifest;
    return manifest ? findPackageEntries(manifest, subpath).map((path) => join(base ?? '', path)) : [];
  }

  /** The absolute paths, or what they begin with, by which the packages that are published are reached. */
  publishedEntries(): string[] {
    return this.manifests.flatMap((path) => {
      const folder = dirname(path);
      const { manifest } = this.#look(folder);
      return manifest ? findPublishedEntries(manifest).map((entry) => join(folder, entry)) : [];
    });
  }

  /** The nearest folder, from this one upwards, with a package.json. */
  folderOf(folder: string): string | undefined {
    if (this.#look(folder).manifest) return folder;
    const parent = dirname(folder);
    return parent === folder ? undefined : this.folderOf(parent);
  }

  /** By name; a name that several have means none of them for sure. */
  #packages(): Map<string, string | undefined> {
    if (this.#foldersByName) return this.#foldersByName;
    const found = (this.#foldersByName = new Map<string, string | undefined>());
    for (const folder of this.manifests.map((path) => dirname(path))) {
      const name = this.#look(folder).manifest?.name;
      if (typeof name === 'string') found.set(name, found.has(name) ? undefined : folder);
    }
    return found;
  }

  #isOwn(name: string, folder: string): boolean {
    const key = `${folder}\0${name}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const parent = dirname(folder);
    const isOwn =
      this.#look(folder).manifest?.name === name ||
      this.#isLinked(name, folder) ||
      (parent !== folder && this.#isOwn(name, parent));
    this.#answers.set(key, isOwn);
    return isOwn;
  }

  #look(folder: string): Folder {
    let found = this.#folders.get(folder);
    if (!found) {
      found = {
        hasModules: existsSync(join(folder, 'node_modules')),
        manifest: readManifest(join(folder, 'package.json')),
      };
      this.#folders.set(folder, found);
    }
    return found;
  }

  #isLinked(name: string, folder: string): boolean {
    if (!this.#look(folder).hasModules) return false;
    const path = join(folder, 'node_modules', name);
    return existsSync(path) && !realpathSync(path).includes(INSTALLED);
  }
}
