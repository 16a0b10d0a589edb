import { Project as MorphProject, ts } from 'ts-morph';

export const COMPILER_OPTIONS: ts.CompilerOptions = {
  allowJs: true,
  jsx: ts.JsxEmit.Preserve,
  target: ts.ScriptTarget.ESNext,
  lib: ['lib.es2022.d.ts'],
  module: ts.ModuleKind.ESNext,
  types: [],
  strict: true,
};

const LIBRARY_FOLDER = '/node_modules/typescript/lib/';

let library: ts.ModuleResolutionHost | undefined;
const libraryFiles = new Map<string, ts.SourceFile>();

/**
 * A file with declarations of the language's own names, by the path that the compiler asks for. It is parsed once a process,
 * as that takes longer than to analyse most projects, and by the compiler alone: ts-morph would make a program for it.
 */
function libraryFile(path: string): ts.SourceFile | undefined {
  if (!path.startsWith(LIBRARY_FOLDER)) return undefined;
  const known = libraryFiles.get(path);
  if (known) return known;
  // ts-morph has the texts within it, and shows them in this folder.
  library ??= new MorphProject({ useInMemoryFileSystem: true }).getModuleResolutionHost();
  const text = library.readFile(path);
  if (text === undefined) return undefined;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
  libraryFiles.set(path, file);
  return file;
}

/** Where the types of a project come from. */
interface Sources {
  /** The files that are all there is, beside the standard library. */
  readonly files: readonly ts.SourceFile[];
  readonly find: (path: string) => ts.SourceFile | undefined;
  /** What a specifier means in a file; `undefined` where it leads to none of the files. */
  readonly resolve: (specifier: string, fromFile: string) => ts.ResolvedModule | undefined;
}

/** Tells the types of what has been parsed already; nothing is read from the disk. */
export function createTypeChecker({ files, find, resolve }: Sources): ts.TypeChecker {
  const getSourceFile = (path: string): ts.SourceFile | undefined => find(path) ?? libraryFile(path);
  const host: ts.CompilerHost = {
    getSourceFile,
    fileExists: (path) => getSourceFile(path) !== undefined,
    readFile: () => undefined,
    writeFile: () => undefined,
    // The compiler asks for the others beside it.
    getDefaultLibFileName: () => `${LIBRARY_FOLDER}lib.es2022.d.ts`,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    resolveModuleNames: (specifiers, fromFile) => specifiers.map((name) => resolve(name, fromFile)),
  };
  const rootNames = files.map(({ fileName }) => fileName);
  return ts.createProgram({ rootNames, options: COMPILER_OPTIONS, host }).getTypeChecker();
}
