import type { Analysis, AnalysisOptions, Skip } from './contracts.js';
import { contentSkipReason, discover } from './discovery/discover.js';
import type { FamilyDescription } from './family.js';
import { FileReader } from './discovery/file-reader.js';
import { toLabel } from './labels.js';
import { createByteSearch, findLibraryFiles } from './discovery/library-search.js';
import type { LibraryFiles } from './discovery/library-search.js';

/** What a first look at all files, by their bytes, says; most projects need no other. */
export interface Survey extends LibraryFiles {
  /** What is known so far; where no file has the library in it, that is all. */
  readonly analysis: Analysis;
  readonly reader: FileReader;
  /** The project's package.json files. */
  readonly manifests: readonly string[];
  /** Components whose scripts are not read, by absolute path. */
  readonly foreign: readonly string[];
}

export function toSkips(root: string, reasons: ReadonlyMap<string, string>): Skip[] {
  return [...reasons].map(([path, reason]) => ({ path: toLabel(root, path), reason }));
}

function wordsOf({ packages, areNamesWords, words = [] }: FamilyDescription): readonly string[] {
  return areNamesWords ? words : [...packages, ...words];
}

function specifiersOf({ packages, areNamesWords }: FamilyDescription): readonly string[] {
  return areNamesWords ? packages : [];
}

/** The families that some of these texts have to do with; no other has a site in them, or in what imports them. */
export function findPresent<F extends FamilyDescription>(
  families: readonly F[],
  texts: Iterable<string>,
  aliases: readonly string[],
): F[] {
  const contents = [...texts].map((text) => Buffer.from(text));
  return families.filter((family) => {
    const names = { specifiers: specifiersOf(family), modules: family.runtimeModules };
    const isPresent = createByteSearch([...wordsOf(family), ...aliases], names);
    return contents.some(isPresent);
  });
}

/** Lists the files below the targets, and tells which of them have the library in them. */
export async function survey(
  options: AnalysisOptions,
  families: readonly FamilyDescription[],
): Promise<Survey> {
  const { root, aliases = {}, onStep } = options;
  const { files, foreign, skipped, manifests } = await discover(options);
  onStep?.(`searching ${files.length} files`);
  const reader = new FileReader();
  const runtimes = new Set(
    families.flatMap(({ dependency, runtimeModules }) => dependency?.name ?? runtimeModules),
  );
  const library = findLibraryFiles(
    {
      paths: files.map(({ path }) => path),
      foreign: foreign.map(({ path }) => path),
      hasLibrary: createByteSearch([...families.flatMap(wordsOf), ...runtimes, ...Object.keys(aliases)], {
        specifiers: families.flatMap(specifiersOf),
      }),
      skipReason: contentSkipReason,
    },
    reader,
  );
  const analysis = {
    root,
    filesScanned: files.length,
    files: [],
    sites: [],
    proofs: new Map(),
    ties: [],
    skipped: [...skipped, ...toSkips(root, library.skipped)],
    failed: toSkips(root, reader.unreadable),
  };
  return { ...library, analysis, reader, manifests, foreign: foreign.map(({ path }) => path) };
}
