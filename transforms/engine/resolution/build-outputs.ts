import { join, relative, sep } from 'node:path';

const OUTPUT_FOLDER = /^(?:dist|lib|build|built|out|output|esm?|cjs|compiled)$/;
/** What build tools put between an output folder and the files in it. */
const FORMAT_FOLDER = /^(?:esm?(?:\d{4})?|cjs|node|module|commonjs|types|src|source)$/;
const SOURCE_FOLDERS = ['src', 'source', 'lib', ''];
const EXTENSION = /(?:\.d)?\.[mc]?[jt]sx?$/;
const SOURCE_EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** The folders, relative to the package, that may hold the source of what lies in a folder. */
function sourceFolders(segments: readonly string[]): string[] {
  const [first = '', ...rest] = segments;
  const own = segments.join('/');
  if (!OUTPUT_FOLDER.test(first)) return [own];
  const tails = [rest];
  if (FORMAT_FOLDER.test(rest[0] ?? '')) tails.push(rest.slice(1));
  return [own, ...tails.flatMap((tail) => SOURCE_FOLDERS.map((folder) => join(folder, ...tail)))];
}

/**
 * Finds the source of a compiled file that may not exist (yet): `src/pool.ts` for `dist/pool.js`, `dist/esm/pool.d.ts` or
 * `dist/pool`; also the file itself, its extension being left open.
 *
 * @param folder the package that the file belongs to
 */
export function findSourceOf(
  path: string,
  folder: string,
  isSource: (path: string) => boolean,
): string | undefined {
  const segments = relative(folder, path)
    .split(sep)
    .filter((segment) => segment !== '');
  const folders = segments.slice(0, -1);
  const name = segments.at(-1) ?? '';
  const stem = name.replace(EXTENSION, '');
  const stems = sourceFolders(folders).map((base) => join(base, stem));
  // A path without an extension may be that of a folder.
  if (stem === name) stems.push(...sourceFolders(segments).map((base) => join(base, 'index')));
  return stems
    .flatMap((one) => SOURCE_EXTENSIONS.map((extension) => join(folder, one + extension)))
    .find(isSource);
}

/** Whether a path's last segment says nothing of the source's name: `../dist` means `src/index.ts`. */
export function isOutputFolder(path: string): boolean {
  return OUTPUT_FOLDER.test(path.slice(path.lastIndexOf('/') + 1));
}
