import { join } from 'node:path';
import { Project as MorphProject } from 'ts-morph';
import type { ts } from 'ts-morph';
import { LibraryVersions } from './manifest/library-versions.js';
import { findMockedFiles } from './proof/mocked-modules.js';
import { ModuleResolution } from './resolution/resolution.js';
import type { ProjectFile, ProjectOptions } from './project-options.js';
import { COMPILER_OPTIONS, createTypeChecker } from './type-checker.js';
import { scriptKindOf } from './parsing/typescript-syntax.js';

/**
 * Keeps the names of a file its own, be it without imports and exports: `moduleDetection: force`, which ts-morph does not
 * pass on to the parser.
 */
function markAsModule(file: ts.SourceFile): void {
  (file as { externalModuleIndicator?: ts.Node | true }).externalModuleIndicator ??= true;
}

/** The facts of a project: files with their trees, declarations, types. ts-morph is reached from here alone. */
export class Project {
  readonly files: ReadonlyMap<string, ProjectFile>;
  readonly root: string;
  readonly versions = new LibraryVersions();
  readonly minimal: boolean;
  readonly declined: ReadonlySet<string>;
  readonly isExplained: boolean;
  readonly isComplete: boolean;
  /** The names that edits add to files, by their paths; two families must not add the same. */
  readonly addedNames = new Map<string, Set<string>>();
  /** What edits import at the top of files, by their paths: the names of a module's exports, by `module:export`. */
  readonly addedImports = new Map<string, Map<string, string>>();
  /** The files, by their paths, that are not loaded, and matter as well. */
  readonly wanted = new Set<string>();
  readonly #aliases: Readonly<Record<string, string>>;
  readonly #resolution: ModuleResolution;
  readonly #morph: MorphProject;
  readonly #ambient: readonly ts.SourceFile[];
  #mockedFiles: ReadonlySet<string> | undefined;
  #publishedFiles: readonly string[] | undefined;
  #checker: ts.TypeChecker | undefined;

  constructor({
    root,
    files,
    aliases = {},
    minimal = false,
    declined = new Set(),
    isExplained = false,
    isComplete = true,
    ambientTypes = [],
    resolution = new ModuleResolution(root),
  }: ProjectOptions) {
    this.files = new Map(files.map((file) => [file.path, file]));
    this.root = root;
    this.minimal = minimal;
    this.declined = declined;
    this.isExplained = isExplained;
    this.isComplete = isComplete;
    this.#aliases = aliases;
    this.#resolution = resolution;
    this.#morph = new MorphProject({
      // Only the given texts are asked for; else ts-morph reads and parses each file from the disk before it takes ours.
      useInMemoryFileSystem: true,
      skipAddingFilesFromTsConfig: true,
      skipFileDependencyResolution: true,
      compilerOptions: COMPILER_OPTIONS,
    });
    for (const { path, source } of files) {
      const file = this.#morph.createSourceFile(path, source.text, scriptKindOf(source.text));
      markAsModule(file.compilerNode);
    }
    this.#ambient = ambientTypes.map(
      (text, index) =>
        this.#morph.createSourceFile(join(root, `.traced-pool-ambient-${index}.d.ts`), text).compilerNode,
    );
  }

  /** Whether a declaration is one of the ambient types. */
  isAmbient(declaration: ts.Node): boolean {
    return this.#ambient.includes(declaration.getSourceFile());
  }

  /** The files that tests replace by mocks. */
  get mockedFiles(): ReadonlySet<string> {
    return (this.#mockedFiles ??= findMockedFiles(this));
  }

  /** The files by which others may use its packages, as far as they are loaded. */
  get publishedFiles(): readonly string[] {
    return (this.#publishedFiles ??= this.#resolution.publishedOf(this.files.keys()));
  }

  get checker(): ts.TypeChecker {
    return (this.#checker ??= createTypeChecker({
      files: this.#morph.getSourceFiles().map(({ compilerNode }) => compilerNode),
      find: (path) => this.sourceFile(path),
      resolve: (specifier, fromFile) => this.#load(specifier, fromFile),
    }));
  }

  /** The library that a specifier names, seen through `--alias`. */
  packageName(specifier: string): string {
    return Object.hasOwn(this.#aliases, specifier) ? (this.#aliases[specifier] ?? specifier) : specifier;
  }

  /** All names that a library goes by. */
  namesOf(library: string): string[] {
    const others = Object.entries(this.#aliases).filter(([, known]) => known === library);
    return [library, ...others.map(([other]) => other)];
  }

  /** TypeScript's tree of a file, if it belongs to the project. */
  sourceFile(path: string): ts.SourceFile | undefined {
    return this.#morph.getSourceFile(path)?.compilerNode;
  }

  /** The project's file that a specifier means; `undefined` for a package, or what is not loaded. */
  resolve(specifier: string, fromFile: string): ts.SourceFile | undefined {
    const path = this.#resolution.resolve(specifier, fromFile);
    return path === undefined ? undefined : this.sourceFile(path);
  }

  /** Tells that a file matters which a specifier means, if it is one of the project's that is not loaded. */
  want(specifier: string, fromFile: string): void {
    const path = this.#resolution.resolve(specifier, fromFile);
    if (path !== undefined && !this.files.has(path)) this.wanted.add(path);
  }

  /** The path of the source that a path means, which may be that of a compiled file or have no extension. */
  sourcePath(path: string): string | undefined {
    return this.#resolution.sourceOf(path);
  }

  /** Types come from the project's own files: a specifier leads to a loaded file or nowhere. */
  #load(specifier: string, fromFile: string): ts.ResolvedModule | undefined {
    const path = this.#resolution.resolve(specifier, fromFile);
    return path !== undefined && this.files.has(path) ? { resolvedFileName: path } : undefined;
  }
}
