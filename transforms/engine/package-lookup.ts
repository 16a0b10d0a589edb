import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

const INSTALLED = `${sep}node_modules${sep}`;

/** The package that a specifier starts with: `@acme/pools` of `@acme/pools/lib/report.js`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function readPackageName(folder: string): unknown {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return undefined;
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { name?: unknown } | null)?.name;
  } catch {
    return undefined;
  }
}

/** Tells packages that are part of the project from those that are installed, without resolving what is imported. */
export class PackageLookup {
  readonly #answers = new Map<string, boolean>();
  readonly #folders = new Map<string, { readonly hasModules: boolean; readonly name: unknown }>();

  /** Whether a specifier that is no path may mean a package of the project: the importer's own, or one linked to. */
  mayBeOwn(specifier: string, folder: string): boolean {
    return this.#isOwn(packageOf(specifier), folder);
  }

  #isOwn(name: string, folder: string): boolean {
    const key = `${folder}\0${name}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const parent = dirname(folder);
    const isOwn =
      this.#look(folder).name === name ||
      this.#isLinked(name, folder) ||
      (parent !== folder && this.#isOwn(name, parent));
    this.#answers.set(key, isOwn);
    return isOwn;
  }

  #look(folder: string) {
    let found = this.#folders.get(folder);
    if (!found) {
      found = { hasModules: existsSync(join(folder, 'node_modules')), name: readPackageName(folder) };
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
