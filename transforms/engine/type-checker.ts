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
const LIBRARY = `${LIBRARY_FOLDER}lib.es2022.d.ts`;

let library: ts.SourceFile | undefined;

/** The texts of a library file and of those that it refers to, each once, and after those that it builds on. */
function readLibrary(read: (path: string) => string | undefined): string {
  const texts = new Map<string, string>();
  const add = (path: string): void => {
    if (texts.has(path)) return;
    texts.set(path, '');
    const text = read(path) ?? '';
    for (const { fileName } of ts.preProcessFile(text, false).libReferenceDirectives)
      add(`${LIBRARY_FOLDER}lib.${fileName}.d.ts`);
    texts.delete(path);
    texts.set(path, text.replace(/^\/\/\/.*$/gm, ''));
  };
  add(LIBRARY);
  return [...texts.values()].join('\n');
}

/**
 * The declarations of the language's own names. They are parsed once a process, as that takes longer than to analyse most
 * projects, and are one file: with each of sixty a program would be busy anew for every project.
 */
function standardLibrary(): ts.SourceFile {
  if (library) return library;
  // ts-morph has the texts within it, and shows them in this folder.
  const host = new MorphProject({ useInMemoryFileSystem: true }).getModuleResolutionHost();
  library = ts.createSourceFile(
    LIBRARY,
    readLibrary((path) => host.readFile(path)),
    ts.ScriptTarget.ESNext,
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
  const getSourceFile = (path: string): ts.SourceFile | undefined =>
    find(path) ?? (path === LIBRARY ? standard : undefined);
  const host: ts.CompilerHost = {
    getSourceFile,
    fileExists: (path) => getSourceFile(path) !== undefined,
    readFile: () => undefined,
    writeFile: () => undefined,
    // The compiler asks for the others beside it.
    getDefaultLibFileName: () => LIBRARY,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    resolveModuleNames: (specifiers, fromFile) => specifiers.map((name) => resolve(name, fromFile)),
  };
  const rootNames = files.map(({ fileName }) => fileName);
  return ts.createProgram({ rootNames, options: COMPILER_OPTIONS, host }).getTypeChecker();
}
