import { readFileSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { ModuleResolution } from './resolution.js';

export interface CandidateQuery {
  readonly root: string;
  readonly paths: readonly string[];
  /** Files that are not read beyond the question whether the library is in them. */
  readonly foreign: readonly string[];
  /** A file with any of these has the library in it. */
  readonly packages: readonly string[];
  /** A file with none of these has no dispatch in it. */
  readonly verbs: readonly string[];
  /** Tells why a file that would be a candidate is left out, by its content; `undefined` lets it in. */
  readonly skipReason: (content: Buffer) => string | undefined;
}

export interface Candidates {
  /** Text by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly skipped: ReadonlyMap<string, string>;
  readonly unreadable: ReadonlyMap<string, string>;
}

const SPECIFIER = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*['"]([^'"\n]+)['"]/g;

/** The last part of a specifier, by which it would name a module: `pool` for `../lib/pool.js`. */
function moduleName(path: string): string {
  const name = basename(path).replace(/\.[mc]?[jt]sx?$/, '');
  return name === 'index' || name === '' ? basename(dirname(path)) : name;
}

/**
 * Finds the files that may have sites: those with the library's name in them, found by their bytes, and those that
 * import one of them, directly or through others, and dispatch or pass on.
 */
export class CandidateSearch {
  readonly #texts = new Map<string, string>();
  readonly #skipped = new Map<string, string>();
  readonly #unreadable = new Map<string, string>();
  readonly #possibleImporters: string[] = [];
  readonly #resolution: ModuleResolution;

  constructor(private readonly query: CandidateQuery) {
    this.#resolution = new ModuleResolution(query.root);
  }

  run(): Candidates {
    for (const path of this.query.paths) this.#look(path);
    for (const path of this.query.foreign) {
      const content = this.#read(path);
      if (content && this.#hasLibrary(content))
        this.#skipped.set(path, 'its script is embedded in another language');
    }
    if (this.#texts.size > 0) this.#followImports();
    return { texts: this.#texts, skipped: this.#skipped, unreadable: this.#unreadable };
  }

  #look(path: string): void {
    const content = this.#read(path);
    if (!content) return;
    const { verbs, skipReason } = this.query;
    if (this.#hasLibrary(content)) {
      const reason = skipReason(content);
      if (reason === undefined) this.#texts.set(path, content.toString('utf8'));
      else this.#skipped.set(path, reason);
    } else if (verbs.some((verb) => content.includes(verb)) || content.includes('export')) {
      this.#possibleImporters.push(path);
    }
  }

  #hasLibrary(content: Buffer): boolean {
    return this.query.packages.some((name) => content.includes(name));
  }

  #read(path: string): Buffer | undefined {
    try {
      return readFileSync(path);
    } catch (error) {
      this.#unreadable.set(
        path,
        `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
      );
      return undefined;
    }
  }

  #followImports(): void {
    const waiting = new Map<string, { text: string; specifiers: string[] }>();
    for (const path of this.#possibleImporters) {
      const content = this.#read(path);
      if (!content || this.query.skipReason(content) !== undefined) continue;
      const text = content.toString('utf8');
      const specifiers = [...text.matchAll(SPECIFIER)].flatMap(([, specifier]) => specifier ?? []);
      if (specifiers.length > 0) waiting.set(path, { text, specifiers });
    }
    for (let added = [...this.#texts.keys()]; added.length > 0;) {
      const names = new Set(added.map(moduleName));
      added = [];
      for (const [path, { text, specifiers }] of waiting) {
        if (!this.#importsCandidate(path, specifiers, names)) continue;
        this.#texts.set(path, text);
        waiting.delete(path);
        added.push(path);
      }
    }
  }

  #importsCandidate(path: string, specifiers: readonly string[], names: ReadonlySet<string>): boolean {
    return specifiers.some((specifier) => {
      // A package of the workspace may have any name; a path ends in that of its module.
      const isPath = specifier.startsWith('.') || specifier.includes('/') || extname(specifier) !== '';
      if (isPath && !names.has(moduleName(specifier)) && !specifier.startsWith('@')) return false;
      const resolved = this.#resolution.resolve(specifier, path);
      return resolved !== undefined && this.#texts.has(resolved);
    });
  }
}
