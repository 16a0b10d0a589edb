// What TypeScript alone takes for the files that have one of the words: to load it, parse them and look at their names.
// No file that they import is read. `node type-check.cjs FOLDER WORD...`
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { ts } = require('ts-morph');

const [folder, ...words] = process.argv.slice(2);
const files = new Map();
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.[cm]?[jt]sx?$/.test(entry.name)) continue;
  const path = join(entry.parentPath ?? entry.path, entry.name);
  const text = readFileSync(path, 'utf8');
  if (words.some((word) => text.includes(word)))
    files.set(path, ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true));
}
const host = {
  getSourceFile: (path) => files.get(path),
  fileExists: (path) => files.has(path),
  readFile: () => undefined,
  getDefaultLibFileName: () => 'lib.d.ts',
  getCurrentDirectory: () => '/',
  getCanonicalFileName: (path) => path,
  useCaseSensitiveFileNames: () => true,
  getNewLine: () => '\n',
};
const options = { allowJs: true, noLib: true, noResolve: true, types: [] };
const checker = ts.createProgram({ rootNames: [...files.keys()], options, host }).getTypeChecker();
for (const file of files.values())
  file.forEachChild(function look(node) {
    if (ts.isIdentifier(node)) checker.getSymbolAtLocation(node);
    node.forEachChild(look);
  });
