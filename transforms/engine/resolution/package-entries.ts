import { exports as findExports, imports as findImports } from 'resolve.exports';

/** What a package.json says of the files that its package is reached by. */
export interface PackageManifest {
  readonly name?: unknown;
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

/** The paths that a specifier that starts with `#` may mean: https://nodejs.org/api/packages.html#imports. */
export function findPackageImports(manifest: PackageManifest, specifier: string): string[] {
  return manifest.imports === undefined ? [] : findAll(findImports as Lookup, manifest, specifier);
}
