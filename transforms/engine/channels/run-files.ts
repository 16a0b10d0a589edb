import type { ts } from 'ts-morph';
import type { Project } from '../project.js';
import { loadedBy } from './thread-files.js';

/** What runs a file in threads, as far as can be seen. */
export interface FileRun {
  readonly constructs: readonly ts.Node[];
  /** The files that these start. */
  readonly starts: readonly string[];
}

/** Finds which workers run a file: those that are started with it, or with one that imports it. */
export class RunFiles {
  #importers: Map<string, Set<string>> | undefined;

  /** @param starters the constructions by the file that they start. */
  constructor(
    private readonly project: Project,
    private readonly starters: ReadonlyMap<string, readonly ts.Node[]>,
  ) {}

  /** Or why, for people, it is not known what else does. */
  of(path: string): FileRun | { readonly unknown: string } {
    const starts: string[] = [];
    const seen = new Set([path]);
    for (const file of seen) {
      if (this.starters.has(file)) starts.push(file);
      else {
        const importers = this.#importersOf(file);
        if (importers.size === 0) return { unknown: this.#tellOf(file, path) };
        for (const one of importers) seen.add(one);
      }
    }
    if (starts.length === 0) return { unknown: this.#tellOf(path, path) };
    return { constructs: starts.flatMap((start) => this.starters.get(start) ?? []), starts };
  }

  #tellOf(root: string, path: string): string {
    const label = this.project.files.get(root)?.label ?? root;
    return root === path
      ? 'nothing that is known starts this file'
      : `${label} loads this file, and nothing that is known starts it`;
  }

  #importersOf(path: string): ReadonlySet<string> {
    this.#importers ??= this.#invert();
    return this.#importers.get(path) ?? new Set();
  }

  #invert(): Map<string, Set<string>> {
    const importers = new Map<string, Set<string>>();
    for (const path of this.project.files.keys())
      for (const loaded of loadedBy(this.project, path).files)
        importers.set(loaded, (importers.get(loaded) ?? new Set()).add(path));
    return importers;
  }
}
