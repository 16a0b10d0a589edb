import { dirname, join, relative, resolve, sep } from 'node:path';

/** The folder that holds all these files: the root, or the one of a package.json above it. */
export function findBase(root: string, paths: readonly string[]): string {
  let base = root;
  for (const path of paths) {
    const folder = dirname(resolve(root, path));
    while (!`${folder}${sep}`.startsWith(join(base, sep))) base = dirname(base);
  }
  return base;
}

/** A path of the analysis, as seen from a folder, with forward slashes. */
export function toRelative(base: string, root: string, path: string): string {
  return relative(base, resolve(root, path)).split(sep).join('/');
}
