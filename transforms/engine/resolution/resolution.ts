import { dirname, isAbsolute, join, resolve } from 'node:path';
import { ts } from 'ts-morph';
import { findSourceOf, isOutputFolder } from './build-outputs.js';
import { PackageLookup } from './package-lookup.js';
import { TsconfigRules } from './tsconfig-rules.js';
import type { TsconfigNote } from './tsconfig-rules.js';

export interface ResolutionOptions {
  /** The tsconfig for all files. @default the nearest one of each */
  readonly tsconfig?: string | undefined;
  /** The project's package.json files. @default none */
  readonly manifests?: readonly string[];
  /** Whether a file belongs to the project. @default whatever exists */
  readonly isKnown?: (path: string) => boolean;
}

function isPath(specifier: string): boolean {
  return /^\.\.?(?:\/|$)/.test(specifier) || isAbsolute(specifier);
}

/** Finds the files that import specifiers mean, by the rules of the tsconfig that owns the importing file. */
export class ModuleResolution {
  readonly #packages: PackageLookup;
  readonly #rules: TsconfigRules;
  readonly #isSource: (path: string) => boolean;
  readonly #cache = new Map<string, string | undefined>();

  constructor(
    private readonly root: string,
    { tsconfig, manifests = [], isKnown = ts.sys.fileExists }: ResolutionOptions = {},
  ) {
    this.#packages = new PackageLookup(manifests);
    this.#rules = new TsconfigRules(root, tsconfig);
    this.#isSource = (path) => !path.includes('/node_modules/') && !path.endsWith('.json') && isKnown(path);
  }

  /** What could not be read of the configurations that were asked for. */
  get notes(): readonly TsconfigNote[] {
    return this.#rules.notes;
  }

  /** The absolute path; `undefined` for packages outside the project, built-ins and what cannot be found. */
  resolve(specifier: string, fromFile: string): string | undefined {
    const folder = dirname(fromFile);
    const key = `${folder}\0${specifier}`;
    if (!this.#cache.has(key)) this.#cache.set(key, this.#resolve(specifier, fromFile, folder));
    return this.#cache.get(key);
  }

  /** The source of a file, which may be compiled or have no extension, by its absolute path. */
  sourceOf(path: string): string | undefined {
    const folder = this.#packages.folderOf(dirname(path)) ?? this.root;
    return findSourceOf(path, folder, this.#isSource);
  }

  /** The sources, of these, by which those who install the project's packages may reach them. */
  publishedOf(paths: Iterable<string>): readonly string[] {
    const entries = this.#packages.publishedEntries();
    const sources = new Set(entries.map((entry) => this.sourceOf(entry)));
    const folders = entries.filter((entry) => entry.endsWith('/'));
    return [...paths].filter(
      (path) => sources.has(path) || folders.some((folder) => path.startsWith(folder)),
    );
  }

  /**
   * The paths of what `resolve` may find, but for extensions and for what they are relative to: far cheaper than to find
   * it. `undefined` where only resolving tells.
   */
  possibleTargets(specifier: string, fromFile: string): readonly string[] | undefined {
    const folder = dirname(fromFile);
    if (isPath(specifier)) {
      if (isOutputFolder(specifier.replace(/\/$/, ''))) return undefined;
      // `..` has no name to go by.
      return [/(?:^|\/)\.{0,2}$/.test(specifier) ? resolve(folder, specifier) : specifier];
    }
    if (specifier.startsWith('#') || this.#packages.mayBeOwn(specifier, folder)) return undefined;
    const targets = this.#rules.rulesFor(folder).aliases.flatMap((aliases) => aliases.targets(specifier));
    return targets.some(isOutputFolder) ? undefined : targets;
  }

  #resolve(specifier: string, fromFile: string, folder: string): string | undefined {
    if (specifier.startsWith('node:')) return undefined;
    const path = this.#find(specifier, fromFile, folder);
    if (path !== undefined && /\/node_modules\//.test(path)) return undefined;
    if (path !== undefined && !/\.d\.[mc]?ts$/.test(path) && this.#isSource(path)) return path;
    const possible = path === undefined ? this.#unfoundTargets(specifier, folder) : [path];
    for (const target of possible) {
      const source = this.sourceOf(target);
      if (source !== undefined) return source;
    }
    return undefined;
  }

  /** Where a file would be that does not exist, as it is built by a tool, or belongs to a package not installed. */
  #unfoundTargets(specifier: string, folder: string): string[] {
    if (isPath(specifier)) return [resolve(folder, specifier)];
    const { options, aliases } = this.#rules.rulesFor(folder);
    const aliased = aliases.flatMap((one, index) => {
      const base = options[index]?.baseUrl ?? (options[index]?.['pathsBasePath'] as string | undefined);
      return one.targets(specifier).map((target) => join(base ?? this.root, target));
    });
    return [...this.#packages.entriesOf(specifier, folder), ...aliased];
  }

  #find(specifier: string, fromFile: string, folder: string): string | undefined {
    const { options, found } = this.#rules.rulesFor(folder);
    const known = found.get(specifier);
    if (known !== undefined) return known;
    for (const one of options) {
      // Without TypeScript's cache of resolutions: filling it costs more than it saves.
      const { resolvedModule } = ts.resolveModuleName(specifier, fromFile, one, ts.sys);
      const path = resolvedModule?.resolvedFileName;
      if (path === undefined) continue;
      if (isPath(specifier)) return path;
      // Aliases come before packages, which are what TypeScript calls external.
      if (resolvedModule?.isExternalLibraryImport === false) found.set(specifier, path);
      return path;
    }
    return undefined;
  }
}
