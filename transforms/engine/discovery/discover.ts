import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { AnalysisOptions, Skip } from '../contracts.js';
import { listGitFiles } from './ignore-git.js';
import { judgeNamedFile, judgePath } from './ignore-paths.js';
import type { PathVerdict } from './ignore-paths.js';
import { createIgnore } from './ignore-patterns.js';
import { walkFiles } from './ignore-walk-files.js';

export { contentSkipReason } from './ignore-content.js';

export interface DiscoveredFile {
  /** Absolute. */
  readonly path: string;
}

export interface Discovery {
  /** Sorted by path; each real file once. */
  readonly files: readonly DiscoveredFile[];
  /** Left out by their path; relative to the root. */
  readonly skipped: readonly Skip[];
  /** The package.json files below folders. */
  readonly manifests: readonly string[];
  /** Components that hold code in a language of their own, such as .vue; sorted by path. */
  readonly foreign: readonly DiscoveredFile[];
}

export type DiscoverOptions = Pick<
  AnalysisOptions,
  'targets' | 'root' | 'ignore' | 'ignoreBelow' | 'gitignore'
>;

interface Listing {
  /** Relative to the target, with forward slashes. */
  readonly files: readonly string[];
  readonly skipped: readonly Skip[];
}

/** Where a path leads to, if to a file within the folder; a tracked file may be gone, or have become a link or a folder. */
function findRealFile(path: string, folder: string): string | undefined {
  try {
    const stats = lstatSync(path);
    if (stats.isFile()) return path;
    if (!stats.isSymbolicLink()) return undefined;
    const real = realpathSync(path);
    const realFolder = realpathSync(folder);
    const isWithin = real.startsWith(join(realFolder, sep)) && statSync(real).isFile();
    return isWithin ? join(folder, relative(realFolder, real)) : undefined;
  } catch {
    return undefined;
  }
}

async function listFolder(folder: string, gitignore: boolean): Promise<Listing> {
  const listing = gitignore ? await listGitFiles(folder) : undefined;
  if (!listing) return walkFiles(folder, { gitignore });
  const reason = 'is a git repository of its own; run the codemod in there';
  return { files: listing.files, skipped: listing.repositories.map((path) => ({ path, reason })) };
}

class Collection {
  readonly files = new Set<string>();
  readonly foreign = new Set<string>();
  readonly manifests = new Set<string>();
  readonly skipped = new Map<string, string>();
  readonly #ignores;

  constructor(
    private readonly root: string,
    { ignore: patterns = [], ignoreBelow }: DiscoverOptions,
  ) {
    this.#ignores = [{ folder: root, patterns }, ...(ignoreBelow ? [ignoreBelow] : [])]
      .filter((rules) => rules.patterns.length > 0)
      .map((rules) => createIgnore(rules.folder, rules.patterns));
  }

  toLabel(path: string): string {
    return relative(this.root, path).split(sep).join('/');
  }

  isIgnored(path: string, { isFolder = false } = {}): boolean {
    return this.#ignores.some((ignores) => ignores(path, isFolder));
  }

  skip(path: string, reason: string): void {
    this.skipped.set(this.toLabel(path) || '.', reason);
  }

  add(path: string, verdict: PathVerdict): void {
    if (verdict.kind === 'source') this.files.add(path);
    else if (verdict.kind === 'foreign') this.foreign.add(path);
    else if (verdict.kind === 'manifest') this.manifests.add(path);
  }

  addListed(folder: string, path: string): void {
    const verdict = judgePath(path);
    const absolute = join(folder, path);
    if (verdict.kind === 'other' || this.isIgnored(absolute)) return;
    if (verdict.kind === 'skipped') {
      this.skip(join(folder, verdict.skip.path), verdict.skip.reason);
      return;
    }
    const real = findRealFile(absolute, folder);
    if (real === absolute) this.add(real, verdict);
    else if (real !== undefined) this.add(real, judgePath(relative(folder, real).split(sep).join('/')));
  }

  addNamed(path: string): void {
    const verdict = judgeNamedFile(basename(path));
    if (this.isIgnored(path)) this.skip(path, 'matches a pattern that leaves files out');
    else if (verdict.kind === 'skipped') this.skip(path, verdict.skip.reason);
    else this.add(path, verdict);
  }

  toDiscovery(): Discovery {
    return {
      files: [...this.files].toSorted().map((path) => ({ path })),
      skipped: [...this.skipped]
        .map(([path, reason]) => ({ path, reason }))
        .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      manifests: [...this.manifests].toSorted(),
      foreign: [...this.foreign].toSorted().map((path) => ({ path })),
    };
  }
}

/** Finds the files to look at: what git does not ignore below each target, and each target that is a file. */
export async function discover(options: DiscoverOptions): Promise<Discovery> {
  const { targets, root, gitignore = true } = options;
  const collection = new Collection(root, options);
  for (const target of new Set(targets)) {
    const stats = statSync(target);
    if (!stats.isDirectory()) {
      if (stats.isFile()) collection.addNamed(target);
      else collection.skip(target, 'is neither a file nor a folder');
      continue;
    }
    const { files, skipped } = await listFolder(target, gitignore);
    for (const { path, reason } of skipped) {
      const absolute = join(target, path);
      if (!collection.isIgnored(absolute, { isFolder: true })) collection.skip(absolute, reason);
    }
    for (const path of files) collection.addListed(target, path);
  }
  return collection.toDiscovery();
}
