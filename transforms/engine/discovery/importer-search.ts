import { basename, dirname, sep } from 'node:path';
import type { FileReader } from './file-reader.js';
import { createByteSearch } from './library-search.js';
import { specifiersIn } from './specifiers.js';
import type { ModuleResolution } from '../resolution/resolution.js';

export interface ImporterQuery {
  /** The files that have the library in them, by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
  /** All other files, in order. */
  readonly others: readonly string[];
  /** A file with none of these has no dispatch in it, and matters only if it passes something on. */
  readonly verbs: readonly string[];
  /** Whether a file matters as well that does neither. @default none does */
  readonly mayCall?: (path: string, text: string) => boolean;
  readonly skipReason: (content: Buffer) => string | undefined;
}

interface Import {
  readonly path: string;
  readonly specifier: string;
}

function nameOf(path: string): string {
  return basename(path).replace(/\.[mc]?[jt]sx?$/, '');
}

/**
 * The names by which a specifier may end that means a file: its own, with `pool.js.ts` going by two, and those of the
 * folders that it lies in, as a folder may mean any file below it, by its package.json.
 */
function namesFor(file: string): ReadonlySet<string> {
  const folders = dirname(file).split(sep);
  return new Set([nameOf(file), nameOf(nameOf(file)), ...folders]);
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** A substring keeps all of the text in memory that it is taken from; this keeps its own characters alone. */
function detach(part: string): string {
  return Buffer.from(part).toString();
}

/** Whether a text that is not parsed imports one of some files, and dispatches. */
export function usesAny(
  text: string,
  verbs: readonly string[],
  isUsed: (specifier: string) => boolean,
): boolean {
  if (!verbs.some((verb) => text.includes(verb))) return false;
  return specifiersIn(text).some(isUsed);
}

/** Finds the files that import the library's files, directly or through others, and dispatch or pass on. */
export class ImporterSearch {
  /** Imports by the names of what they may mean. */
  readonly #byName = new Map<string, Import[]>();
  /** Importers by the file that they are known to import. */
  readonly #byTarget = new Map<string, string[]>();

  constructor(
    private readonly query: ImporterQuery,
    private readonly reader: FileReader,
    private readonly resolution: ModuleResolution,
  ) {}

  /** Text by absolute path, that of the library's files first. */
  run(): ReadonlyMap<string, string> {
    const texts = new Map(this.query.texts);
    if (texts.size > 0) this.#indexImports();
    const seen = new Set(texts.keys());
    for (let added = [...seen]; added.length > 0;) {
      const importers = new Set(added.flatMap((path) => this.#importersOf(path, texts)));
      const fresh = [...importers].filter((path) => !seen.has(path)).toSorted();
      added = [];
      for (const path of fresh) {
        seen.add(path);
        const content = this.reader.read(path);
        if (!content || this.query.skipReason(content) !== undefined) continue;
        texts.set(path, content.toString('utf8'));
        added.push(path);
      }
    }
    return texts;
  }

  #indexImports(): void {
    const { verbs, mayCall } = this.query;
    const matters = createByteSearch([...verbs, 'export']);
    for (const path of this.query.others) {
      const content = this.reader.read(path);
      if (!content) continue;
      const text = content.toString('utf8');
      if (!matters(content) && mayCall?.(path, text) !== true) continue;
      for (const specifier of specifiersIn(text)) this.#indexImport({ path, specifier: detach(specifier) });
    }
  }

  #indexImport(found: Import): void {
    const targets = this.resolution.possibleTargets(found.specifier, found.path);
    if (targets) {
      for (const target of targets) addTo(this.#byName, nameOf(target), found);
      return;
    }
    const target = this.resolution.resolve(found.specifier, found.path);
    if (target !== undefined) addTo(this.#byTarget, target, found.path);
  }

  /** The importers of a file, and those of other candidates that come to light with it. */
  #importersOf(file: string, candidates: ReadonlyMap<string, string>): readonly string[] {
    const found: string[] = [];
    for (const name of namesFor(file)) {
      for (const { path, specifier } of this.#byName.get(name) ?? []) {
        const target = this.resolution.resolve(specifier, path);
        if (target === undefined) continue;
        if (candidates.has(target)) found.push(path);
        else addTo(this.#byTarget, target, path);
      }
      // All is known now of what goes by this name.
      this.#byName.delete(name);
    }
    return [...found, ...(this.#byTarget.get(file) ?? [])];
  }
}
