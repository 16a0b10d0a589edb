import type { FileReader } from './file-reader.js';

/** Why a component is left out. */
export const EMBEDDED = 'its script is embedded in another language';

export interface LibraryQuery {
  readonly paths: readonly string[];
  /** Files that are not read beyond the question whether the library is in them. */
  readonly foreign: readonly string[];
  /** Tells, by its bytes, whether a file has the library in it. */
  readonly hasLibrary: (content: Buffer) => boolean;
  /** Tells why a file that would be a candidate is left out, by its content; `undefined` lets it in. */
  readonly skipReason: (content: Buffer) => string | undefined;
}

/** The files of a project, told apart by whether the library is in them. */
export interface LibraryFiles {
  /** Text by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Those that could be read and do not name the library. */
  readonly others: readonly string[];
  readonly skipped: ReadonlyMap<string, string>;
}

/** What stands before a module's name: `from`, `import`, `require(`, `import(`, `jest.mock(`, and a comment perhaps. */
const BEFORE_SPECIFIER = String.raw`(?:from|import|(?:require|import|[mM]ock|[rR]esolve|Module)\s*\()\s*(?:\/\*[^*]*\*\/\s*)?`;

/** Names that only count where they name a module. */
export interface ModuleNames {
  /** Packages whose names are words too: they count where one, or any of its modules, is imported. */
  readonly specifiers?: readonly string[];
  /** Single modules, wherever one is quoted. */
  readonly modules?: readonly string[];
}

/**
 * Tells whether a content has any of the words in it, or names any of the modules, before it is decoded: with many
 * words, one pass is cheapest.
 */
export function createByteSearch(
  words: readonly string[],
  { specifiers = [], modules = [] }: ModuleNames = {},
): (content: Buffer) => boolean {
  const toPattern = (names: readonly string[], end: string): string[] =>
    names.length > 0 ? [`['"\`](?:${toAlternatives(names)})${end}`] : [];
  const packages = toPattern(specifiers, `['"\`/]`).map((pattern) => BEFORE_SPECIFIER + pattern);
  const named = [...packages, ...toPattern(modules, `['"\`]`)];
  const pattern = new RegExp([...(words.length > 0 ? [toAlternatives(words)] : []), ...named].join('|'));
  return (content) => pattern.test(content.toString('latin1'));
}

function toAlternatives(words: readonly string[]): string {
  const escaped = words.map((word) =>
    Buffer.from(word)
      .toString('latin1')
      .replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`),
  );
  return escaped.join('|');
}

/** Finds the files that have the library's name in them, by their bytes. */
export function findLibraryFiles(
  { paths, foreign, hasLibrary, skipReason }: LibraryQuery,
  reader: FileReader,
): LibraryFiles {
  const texts = new Map<string, string>();
  const others: string[] = [];
  const skipped = new Map<string, string>();
  for (const path of paths) {
    const content = reader.read(path);
    if (!content) continue;
    if (!hasLibrary(content)) {
      others.push(path);
      continue;
    }
    const reason = skipReason(content);
    if (reason === undefined) texts.set(path, content.toString('utf8'));
    else skipped.set(path, reason);
  }
  for (const path of foreign) {
    const content = reader.read(path);
    if (content && hasLibrary(content)) skipped.set(path, EMBEDDED);
  }
  return { texts, others, skipped };
}
