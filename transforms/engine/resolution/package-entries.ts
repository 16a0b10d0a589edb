import { exports as findExports, imports as findImports } from 'resolve.exports';

/** What a package.json says of the files that its package is reached by. */
export interface PackageManifest {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly private?: unknown;
  readonly exports?: unknown;
  readonly imports?: unknown;
  readonly source?: unknown;
  readonly types?: unknown;
  readonly typings?: unknown;
  readonly module?: unknown;
  readonly main?: unknown;
}

type Lookup = (
  manifest: Record<string, unknown>,
  entry: string,
  options: { unsafe: true; conditions: string[] },
) => string[] | undefined | void;

/** The conditions, in the order of how near to its source what they lead to may be. */
const CONDITIONS = [['source', 'development'], ['types'], ['import', 'node'], ['require', 'node']];

function findAll(lookup: Lookup, manifest: PackageManifest, entry: string): string[] {
  const found = CONDITIONS.flatMap((conditions) => {
    try {
      return lookup({ name: '.', ...manifest }, entry, { unsafe: true, conditions }) ?? [];
    } catch {
      // What is not exported cannot be imported.
      return [];
    }
  });
  return [...new Set(found)].filter((target) => target.startsWith('./'));
}

/** The paths, relative to the package, that `name/subpath` may mean; `subpath` is empty for the package itself. */
export function findPackageEntries(manifest: PackageManifest, subpath: string): string[] {
  if (manifest.exports !== undefined)
    return findAll(findExports as Lookup, manifest, subpath === '' ? '.' : `./${subpath}`);
  if (subpath !== '') return [subpath];
  const { source, types, typings, module, main } = manifest;
  const named = [source, types, typings, module, main].filter((path) => typeof path === 'string');
  return [...named, 'index', 'src/index'];
}

/**
 * All paths, relative to the package, by which those who install it may reach it; none of one that is never published.
 * A pattern of `exports` is the path before its star.
 */
export function findPublishedEntries(manifest: PackageManifest): string[] {
  const { name, version, exports } = manifest;
  if (manifest.private === true || typeof name !== 'string' || typeof version !== 'string') return [];
  const isMap = typeof exports === 'object' && exports !== null && !Array.isArray(exports);
  const subpaths = isMap ? Object.keys(exports).filter((key) => key.startsWith('./')) : [];
  const found = ['', ...subpaths.map((key) => key.slice(2))].flatMap((key) =>
    findPackageEntries(manifest, key),
  );
  return found.map((path) => path.replace(/\*.*$/, ''));
}

/** The paths that a specifier that starts with `#` may mean: https://nodejs.org/api/packages.html#imports. */
export function findPackageImports(manifest: PackageManifest, specifier: string): string[] {
  return manifest.imports === undefined ? [] : findAll(findImports as Lookup, manifest, specifier);
}
