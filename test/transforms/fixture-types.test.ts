import { join, relative } from 'node:path';
import ts from 'typescript';
import { createCompilerHost } from '../support/compiler-host.js';
import { fixtureFamilies, readFixtures } from '../support/fixtures.js';
import type { Files } from '../support/fixtures.js';
import { createScratchFolder, linkPackages, removeScratchFolders } from '../support/scratch.js';

afterAll(removeScratchFolders);

const OPTIONS: ts.CompilerOptions = {
  allowJs: true,
  checkJs: false,
  module: ts.ModuleKind.NodeNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts'],
  jsx: ts.JsxEmit.Preserve,
  types: ['node'],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
};

/** What the codemod renames: the classes of the libraries, and its own. */
const CLASS_NAMES =
  /\b(?:Traced\w+|Piscina|Tinypool|Pool|Worker_2|WorkerPool|(?:Fixed|Dynamic)(?:Thread|Cluster)Pool)\b/g;

/** The errors of all files, a line each, without what the codemod renames. */
function findErrors(files: Files): Map<string, string[]> {
  const root = createScratchFolder(files);
  linkPackages(root);
  const paths = Object.keys(files).filter((path) => /\.[mc]?[jt]sx?$/.test(path));
  const program = ts.createProgram(
    paths.map((path) => join(root, path)),
    OPTIONS,
    createCompilerHost(OPTIONS),
  );
  const errors = new Map<string, string[]>();
  for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
    const path = diagnostic.file ? relative(root, diagnostic.file.fileName) : '';
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
    const line = `TS${diagnostic.code} ${message}`.replaceAll(CLASS_NAMES, 'Pool');
    errors.set(path, [...(errors.get(path) ?? []), line]);
  }
  return errors;
}

it('what the codemod writes has no type errors that were not there before', () => {
  const fixtures = fixtureFamilies().flatMap(readFixtures);
  const place = ({ family, name }: (typeof fixtures)[number], files: Files) =>
    Object.entries(files).map(([path, text]) => [`${family}/${name}/${path}`, text] as const);
  const inputs = fixtures.flatMap((fixture) => place(fixture, fixture.input));
  const outputs = fixtures.flatMap((fixture) => place(fixture, { ...fixture.input, ...fixture.output }));
  const before = findErrors(Object.fromEntries(inputs));
  const after = findErrors(Object.fromEntries(outputs));
  expect(before.size).toBeGreaterThan(0);
  const added = [...after].flatMap(([path, lines]) => {
    const known = [...(before.get(path) ?? [])];
    return lines
      .filter((line) => !(known.includes(line) && known.splice(known.indexOf(line), 1)))
      .map((line) => `${path}: ${line}`);
  });
  expect(added).toEqual([]);
});
