import { ts } from 'ts-morph';
import { rewriteAwaitedImport } from './awaited-import.js';
import { isOfThis, referencesTo, rootIdentifier, rootRequire } from '../sites/class-references.js';
import type { ClassReference } from '../sites/class-references.js';
import { rewriteEsImport } from './es-import.js';
import { findExistingImports, requireIn } from './existing-imports.js';
import { formOf, insertStatement } from './import-place.js';
import { addToList, bindingText, takeMissing, typePart } from './import-state.js';
import type { Binding, ImportState } from './import-state.js';
import type { Project } from '../project.js';
import { renameReference } from './reference-span.js';
import { rewriteImportEquals, rewriteInlineRequire, rewriteRequire } from './require-import.js';
import { insertAt } from './text-spans.js';
import type { Span } from './text-spans.js';

/** Spans that belong to a reference, or to the import that serves it. */
export interface PlannedSpan extends Span {
  readonly site: string;
  readonly isImport: boolean;
}

/** A name that nothing in the file goes by, nor what another family adds to it; from now on it is taken. */
function takeFreeName({ addedNames }: Project, file: ts.SourceFile, name: string): string {
  const added = addedNames.get(file.fileName) ?? new Set<string>();
  // What comes after a dot is a name of something else's: `run.bind(this)`; what comes after three is not.
  const isTaken = (candidate: string): boolean =>
    added.has(candidate) || new RegExp(`(?<!(?<!\\.\\.)\\.)\\b${candidate}\\b`).test(file.text);
  let candidate = name;
  for (let number = 2; isTaken(candidate); number++) candidate = `${name}${number}`;
  addedNames.set(file.fileName, added.add(candidate));
  return candidate;
}

function toBindings(project: Project, file: ts.SourceFile, references: readonly ClassReference[]): Binding[] {
  const bySymbol = new Map<ts.Symbol, ClassReference[]>();
  for (const reference of references) {
    const root = rootIdentifier(reference);
    const symbol = root && project.checker.getSymbolAtLocation(root);
    if (symbol) bySymbol.set(symbol, [...(bySymbol.get(symbol) ?? []), reference]);
  }
  return [...bySymbol].flatMap(([symbol, own]) => {
    const [declaration] = symbol.declarations ?? [];
    if (!declaration) return [];
    const renamed = new Set(own.map(rootIdentifier));
    const names = new Set([...renamed].flatMap((identifier) => identifier?.text ?? []));
    const all = referencesTo(project, symbol, names, file);
    const isSpent = all.every((identifier) => renamed.has(identifier));
    return [{ declaration, references: own, isSpent }];
  });
}

function insertImport(
  file: ts.SourceFile,
  exports: readonly string[],
  state: ImportState,
  firstUse: number,
): Span {
  const form = formOf(file);
  return insertStatement(file, form, firstUse, (quote, keyword) => {
    const module = `${quote}${state.module}${quote}`;
    return form === 'require'
      ? `${keyword} { ${bindingText(state, exports, ': ')} } = require(${module})`
      : `import ${typePart(state, exports)}{ ${bindingText(state, exports, ' as ')} } from ${module}`;
  });
}

/** What a file is to know of the executors' module, before any of it is imported. */
function createState(
  project: Project,
  file: ts.SourceFile,
  references: readonly ClassReference[],
  module: string,
): ImportState {
  const exports = [...new Set(references.map(({ executor }) => executor))];
  const { names: existing, list } = findExistingImports(file, module);
  const isValue = (exported: string): boolean =>
    references.some(({ executor, isType }) => executor === exported && !isType);
  const added = project.addedImports.get(file.fileName);
  const known = (exported: string): string | undefined =>
    existing.get(exported) ?? added?.get(`${module}:${exported}`);
  const nameOf = (exported: string): string => known(exported) ?? takeFreeName(project, file, exported);
  return {
    module,
    list,
    moduleName: takeFreeName(project, file, 'tracedPool'),
    names: new Map(exports.map((exported) => [exported, nameOf(exported)])),
    typesOnly: new Set(exports.filter((exported) => !isValue(exported))),
    imported: new Set(exports.filter((exported) => known(exported) !== undefined)),
    importedWithin: new Map(),
  };
}

/** Whether a binding is an import or a `require()` that all of its file sees, and whose statement can take more names. */
function isAtTop({ declaration, references }: Binding): boolean {
  if (references.every(({ isType }) => isType)) return false;
  if (ts.isImportEqualsDeclaration(declaration)) return true;
  if (ts.findAncestor(declaration, ts.isImportDeclaration)) return true;
  const variable = ts.findAncestor(declaration, ts.isVariableDeclaration);
  const isRequired = variable?.initializer !== undefined && requireIn(variable.initializer) !== undefined;
  return isRequired && ts.isSourceFile(variable.parent.parent.parent);
}

/** Renames all references of one file, and brings its imports along. */
export function planImports(
  project: Project,
  file: ts.SourceFile,
  references: readonly ClassReference[],
  module: string,
): PlannedSpan[] {
  const state = createState(project, file, references, module);
  const wrapped = references.filter(({ isWrapped }) => isWrapped);
  const named = references.filter(({ isWrapped }) => !isWrapped);
  const planned: PlannedSpan[] = [];
  const add = (spans: readonly Span[], site: string, isImport: boolean): void => {
    for (const span of spans) planned.push({ ...span, site, isImport });
  };
  for (const reference of named) {
    if (rootRequire(reference)) add(rewriteInlineRequire(reference, module), reference.site, false);
  }
  // Values first: a type can use their import.
  const bindings = toBindings(project, file, named).toSorted(
    (a, b) =>
      Number(a.references.every(({ isType }) => isType)) - Number(b.references.every(({ isType }) => isType)),
  );
  const unserved: Pick<Binding, 'references'>[] = [];
  const host = bindings.findIndex(isAtTop);
  const served = bindings.map((binding, index) =>
    index === host ? { ...binding, references: [...binding.references, ...wrapped] } : binding,
  );
  let wholeName: string | undefined;
  for (const [index, binding] of served.entries()) {
    const site = binding.references[0]?.site ?? '';
    const { declaration } = binding;
    const isWhole = ts.isImportEqualsDeclaration(declaration);
    const spans = isWhole
      ? rewriteImportEquals(binding, declaration, state)
      : (rewriteAwaitedImport(binding, state) ??
        rewriteEsImport(binding, served, state) ??
        rewriteRequire(binding, served, state));
    if (isWhole && index === host) wholeName = state.moduleName;
    // Known by an alias, or from elsewhere: the executor then needs an import of its own.
    if (!spans) unserved.push(binding);
    add(spans ?? [], site, true);
    for (const reference of bindings[index]?.references ?? []) {
      const { executor } = reference;
      const name = isWhole ? `${state.moduleName}.${executor}` : (state.names.get(executor) ?? executor);
      add([renameReference(reference, name)], reference.site, false);
    }
  }
  for (const { node, executor, site } of wrapped) {
    const own = state.names.get(executor) ?? executor;
    const name = wholeName === undefined ? own : `${wholeName}.${executor}`;
    // `{ task }` becomes `{ task: inject(task) }`.
    const key = ts.isShorthandPropertyAssignment(node.parent) ? `${node.getText()}: ` : '';
    add([insertAt(node.getStart(), `${key}${name}(`), insertAt(node.end, ')')], site, false);
  }
  if (host < 0 && wrapped.length > 0) unserved.push({ references: wrapped });
  for (const reference of named.filter(isOfThis)) {
    const { executor, site } = reference;
    unserved.push({ references: [reference] });
    add([renameReference(reference, state.names.get(executor) ?? executor)], site, false);
  }
  const missing = takeMissing(state, unserved);
  if (missing.length > 0) {
    const firstUse = Math.min(...references.map(({ node }) => node.getStart()));
    const span = addToList(state, missing) ?? insertImport(file, missing, state, firstUse);
    add([span], references[0]?.site ?? '', true);
  }
  noteImported(project, file, state);
  return planned;
}

/** What the top of a file knows from now on, to whichever family comes next. */
function noteImported(
  project: Project,
  file: ts.SourceFile,
  { module, names, imported, typesOnly }: ImportState,
): void {
  const added = project.addedImports.get(file.fileName) ?? new Map<string, string>();
  const values = [...imported].filter((exported) => !typesOnly.has(exported));
  for (const exported of values) added.set(`${module}:${exported}`, names.get(exported) ?? exported);
  project.addedImports.set(file.fileName, added);
}
