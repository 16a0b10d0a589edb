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

let library: ReadonlyMap<string, ts.SourceFile> | undefined;

/**
 * The declarations of the language's own names, by the paths that the compiler asks for. They are read once a process, as
 * that takes longer than to analyse most projects.
 */
function standardLibrary(): ReadonlyMap<string, ts.SourceFile> {
  if (library) return library;
  const project = new MorphProject({ useInMemoryFileSystem: true, compilerOptions: COMPILER_OPTIONS });
  project.createSourceFile('/empty.ts', '');
  const files = project.getProgram().compilerObject.getSourceFiles();
  library = new Map(
    files.filter(({ isDeclarationFile }) => isDeclarationFile).map((file) => [file.fileName, file]),
  );
  return library;
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
  const standard = standardLibrary();
  const [anyOfStandard = ''] = standard.keys();
  const getSourceFile = (path: string): ts.SourceFile | undefined => find(path) ?? standard.get(path);
  const host: ts.CompilerHost = {
    getSourceFile,
    fileExists: (path) => getSourceFile(path) !== undefined,
    readFile: () => undefined,
    writeFile: () => undefined,
    // The compiler asks for the others beside it.
    getDefaultLibFileName: () => anyOfStandard,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    resolveModuleNames: (specifiers, fromFile) => specifiers.map((name) => resolve(name, fromFile)),
  };
  const rootNames = files.map(({ fileName }) => fileName);
  return ts.createProgram({ rootNames, options: COMPILER_OPTIONS, host }).getTypeChecker();
}
