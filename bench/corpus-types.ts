import { dirname, join } from 'node:path';
import ts from 'typescript';

const MODULES = join(__dirname, '..', '..', 'node_modules');
const KEPT = ['paths', 'baseUrl', 'strict', 'noImplicitAny', 'experimentalDecorators', 'jsx'] as const;

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve,
  types: ['node'],
  typeRoots: [join(MODULES, '@types')],
  allowJs: true,
  checkJs: true,
  esModuleInterop: true,
  experimentalDecorators: true,
  resolveJsonModule: true,
  strict: true,
  noEmit: true,
};

const THEIR_NAMES: Readonly<Record<string, string>> = {
  TracedThreadPoolExecutor: 'Piscina',
  'traced-pool': 'piscina',
  "'submit'": "'run'",
  ExecutorOptions: 'Options',
  SubmitOptions: 'RunOptions',
};
const OUR_NAMES = new RegExp(Object.keys(THEIR_NAMES).join('|'), 'g');
/** A name, a member or an export that is not there: all that can be said of JavaScript, whose types are guesses. */
const MISSING = [2304, 2305, 2339, 2551, 2552, 2614];
const SCRIPT = /\.[cm]?jsx?$/;

function readOptions(root: string, file: string): ts.CompilerOptions {
  const path = ts.findConfigFile(dirname(file), (name) => ts.sys.fileExists(name));
  if (path === undefined || !path.startsWith(root)) return OPTIONS;
  const { config } = ts.readConfigFile(path, (name) => ts.sys.readFile(name)) as { config?: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [file] }, ts.sys, dirname(path));
  const kept = Object.fromEntries(
    KEPT.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
  return { ...OPTIONS, ...kept, pathsBasePath: options['pathsBasePath'] };
}

/** The message as it would have been before the migration, so that both sides can be compared. */
function describe(root: string, { code, messageText }: ts.Diagnostic): string {
  const message = ts
    .flattenDiagnosticMessageText(messageText, '\n')
    .replaceAll(root, '')
    .replace(OUR_NAMES, (name) => THEIR_NAMES[name] ?? name);
  return `TS${code}: ${message}`;
}

function groupByOptions(root: string, paths: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const key = JSON.stringify(readOptions(root, join(root, path)));
    groups.set(key, [...(groups.get(key) ?? []), path]);
  }
  return groups;
}

/** What TypeScript says of the files of a folder, JavaScript included, each with its file. */
export function listTypeErrors(root: string, paths: readonly string[]): string[] {
  return [...groupByOptions(root, paths)].flatMap(([options, group]) => {
    const names = group.map((path) => join(root, path));
    const program = ts.createProgram(names, JSON.parse(options) as ts.CompilerOptions);
    return group.flatMap((path) =>
      program
        .getSemanticDiagnostics(program.getSourceFile(join(root, path)))
        .filter(({ code }) => !SCRIPT.test(path) || MISSING.includes(code))
        .map((diagnostic) => `${path}: ${describe(root, diagnostic)}`),
    );
  });
}

/** What TypeScript's parser says of a text. */
export function listSyntaxErrors(path: string, text: string): string[] {
  if (path.endsWith('.json')) {
    return ts.parseConfigFileTextToJson(path, text).error === undefined ? [] : ['not JSON'];
  }
  // A declaration file is parsed as the source that it describes: transpileModule takes no other.
  const fileName = path.replace(/\.d(\.[cm]?ts)$/, '$1');
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName,
    reportDiagnostics: true,
    compilerOptions: { jsx: ts.JsxEmit.Preserve, allowJs: true, experimentalDecorators: true },
  });
  return diagnostics.map((diagnostic) => describe('', diagnostic));
}

/** What the second list has more often than the first. */
export function findNew(before: readonly string[], after: readonly string[]): string[] {
  const left = [...before];
  return after.filter((text) => {
    const at = left.indexOf(text);
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
}
