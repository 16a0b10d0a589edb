import { ts } from 'ts-morph';
import { rewriteAwaitedImport } from './awaited-import.js';
import { isOfThis, referencesTo, rootIdentifier, rootRequire } from '../sites/class-references.js';
import type { ClassReference } from '../sites/class-references.js';
import { rewriteEsImport } from './es-import.js';
import { bindingText, takeMissing, typePart } from './import-state.js';
import type { Binding, ImportState } from './import-state.js';
import type { Project } from '../project.js';
import { renameReference } from './reference-span.js';
import { rewriteImportEquals, rewriteInlineRequire, rewriteRequire } from './require-import.js';
import { endOfLine, insertAt } from './text-spans.js';
import type { Span } from './text-spans.js';

/** Spans that belong to a reference, or to the import that serves it. */
export interface PlannedSpan extends Span {
  readonly site: string;
  readonly isImport: boolean;
}

function findExisting(file: ts.SourceFile, module: string, name: string): string | undefined {
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const named = statement.importClause?.namedBindings;
      if (statement.moduleSpecifier.text !== module || !named || !ts.isNamedImports(named)) continue;
      if (statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) continue;
      const element = named.elements.find(
        (candidate) => (candidate.propertyName ?? candidate.name).text === name,
      );
      if (element && !element.isTypeOnly) return element.name.text;
    }
    const pattern = /^(?:const|let|var)\s*\{([^}]*)\}\s*=\s*require\(\s*['"]([^'"]+)['"]\s*\)/.exec(
      statement.getText(),
    );
    if (pattern?.[2] !== module) continue;
    const element = pattern[1]?.split(',').find((part) => part.split(':')[0]?.trim() === name);
    if (element) return element.split(':').at(-1)?.trim();
  }
  return undefined;
}

/** A name that nothing in the file goes by, nor what another family adds to it; from now on it is taken. */
function takeFreeName({ addedNames }: Project, file: ts.SourceFile, name: string): string {
  const added = addedNames.get(file.fileName) ?? new Set<string>();
  const isTaken = (candidate: string): boolean =>
    added.has(candidate) || new RegExp(`\\b${candidate}\\b`).test(file.text);
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

function insertImport(file: ts.SourceFile, exports: readonly string[], state: ImportState): Span {
  const { module } = state;
  const imports = file.statements.filter((statement) => ts.isImportDeclaration(statement));
  const isModule = imports.length > 0 || ts.isExternalModule(file);
  const lineEnd = file.text.includes('\r\n') ? '\r\n' : '\n';
  const statement =
    isModule && !/\bmodule\.exports\b|\brequire\(/.test(file.text.replace(/\/\/.*|\/\*[^]*?\*\//g, ''))
      ? `import ${typePart(state, exports)}{ ${bindingText(state, exports, ' as ')} } from '${module}';`
      : `const { ${bindingText(state, exports, ': ')} } = require('${module}');`;
  const last = imports.at(-1);
  if (last) return insertAt(endOfLine(last), lineEnd + statement);
  const first = file.statements.find(
    (node) => !(ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression)),
  );
  return insertAt(first?.getStart() ?? file.end, statement + lineEnd);
}

/** What a file is to know of the executors' module, before any of it is imported. */
function createState(
  project: Project,
  file: ts.SourceFile,
  references: readonly ClassReference[],
  module: string,
): ImportState {
  const exports = [...new Set(references.map(({ executor }) => executor))];
  const existing = new Map(exports.map((exported) => [exported, findExisting(file, module, exported)]));
  const isValue = (exported: string): boolean =>
    references.some(({ executor, isType }) => executor === exported && !isType);
  const nameOf = (exported: string): string =>
    existing.get(exported) ?? takeFreeName(project, file, exported);
  return {
    module,
    moduleName: takeFreeName(project, file, 'tracedPool'),
    names: new Map(exports.map((exported) => [exported, nameOf(exported)])),
    typesOnly: new Set(exports.filter((exported) => !isValue(exported))),
    imported: new Set(exports.filter((exported) => existing.get(exported) !== undefined)),
    importedWithin: new Map(),
  };
}

/** Renames all references of one file, and brings its imports along. */
export function planImports(
  project: Project,
  file: ts.SourceFile,
  references: readonly ClassReference[],
  module: string,
): PlannedSpan[] {
  const state = createState(project, file, references, module);
  const planned: PlannedSpan[] = [];
  const add = (spans: readonly Span[], site: string, isImport: boolean): void => {
    for (const span of spans) planned.push({ ...span, site, isImport });
  };
  for (const reference of references) {
    if (rootRequire(reference)) add(rewriteInlineRequire(reference, module), reference.site, false);
  }
  // Values first: a type can use their import.
  const bindings = toBindings(project, file, references).toSorted(
    (a, b) =>
      Number(a.references.every(({ isType }) => isType)) - Number(b.references.every(({ isType }) => isType)),
  );
  const unserved: Pick<Binding, 'references'>[] = [];
  for (const binding of bindings) {
    const site = binding.references[0]?.site ?? '';
    const { declaration } = binding;
    const isWhole = ts.isImportEqualsDeclaration(declaration);
    const spans = isWhole
      ? rewriteImportEquals(binding, declaration, state)
      : (rewriteAwaitedImport(binding, state) ??
        rewriteEsImport(binding, bindings, state) ??
        rewriteRequire(binding, bindings, state));
    // Known by an alias, or from elsewhere: the executor then needs an import of its own.
    if (!spans) unserved.push(binding);
    add(spans ?? [], site, true);
    for (const reference of binding.references) {
      const { executor } = reference;
      const name = isWhole ? `${state.moduleName}.${executor}` : (state.names.get(executor) ?? executor);
      add([renameReference(reference, name)], reference.site, false);
    }
  }
  for (const reference of references.filter(isOfThis)) {
    const { executor, site } = reference;
    unserved.push({ references: [reference] });
    add([renameReference(reference, state.names.get(executor) ?? executor)], site, false);
  }
  const missing = takeMissing(state, unserved);
  if (missing.length > 0) add([insertImport(file, missing, state)], references[0]?.site ?? '', true);
  return planned;
}
