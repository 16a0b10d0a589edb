import { ts } from 'ts-morph';
import { rewriteAwaitedImport } from './awaited-import.js';
import { referencesTo, rootIdentifier, rootRequire } from '../sites/class-references.js';
import type { ClassReference } from '../sites/class-references.js';
import { rewriteEsImport } from './es-import.js';
import { bindingText } from './import-state.js';
import type { Binding, ImportState } from './import-state.js';
import type { ExecutorImport } from '../proof/library.js';
import type { Project } from '../project.js';
import { rewriteImportEquals, rewriteInlineRequire, rewriteRequire } from './require-import.js';
import { endOfLine, insertAt, replaceNode } from './text-spans.js';
import type { Span } from './text-spans.js';

/** Spans that belong to a reference, or to the import that serves it. */
export interface PlannedSpan extends Span {
  readonly site: string;
  readonly isImport: boolean;
}

function findExisting(file: ts.SourceFile, { module, name }: ExecutorImport): string | undefined {
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

function freeName(file: ts.SourceFile, name: string): string {
  const isTaken = (candidate: string): boolean => new RegExp(`\\b${candidate}\\b`).test(file.text);
  let candidate = name;
  for (let number = 2; isTaken(candidate); number++) candidate = `${name}${number}`;
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

function insertImport(file: ts.SourceFile, state: ImportState): Span {
  const { executor, isTypeOnly } = state;
  const imports = file.statements.filter((statement) => ts.isImportDeclaration(statement));
  const isModule = imports.length > 0 || ts.isExternalModule(file);
  const lineEnd = file.text.includes('\r\n') ? '\r\n' : '\n';
  const statement =
    isModule && !/\bmodule\.exports\b|\brequire\(/.test(file.text.replace(/\/\/.*|\/\*[^]*?\*\//g, ''))
      ? `import ${isTypeOnly ? 'type ' : ''}{ ${bindingText(state, ' as ')} } from '${executor.module}';`
      : `const { ${bindingText(state, ': ')} } = require('${executor.module}');`;
  const last = imports.at(-1);
  if (last) return insertAt(endOfLine(last), lineEnd + statement);
  const first = file.statements.find(
    (node) => !(ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression)),
  );
  return insertAt(first?.getStart() ?? file.end, statement + lineEnd);
}

/** Renames all references of one file, and brings its imports along. */
export function planImports(
  project: Project,
  file: ts.SourceFile,
  references: readonly ClassReference[],
  executor: ExecutorImport,
): PlannedSpan[] {
  const existing = findExisting(file, executor);
  const state: ImportState = {
    executor,
    moduleName: freeName(file, 'tracedPool'),
    localName: existing ?? freeName(file, executor.name),
    isTypeOnly: references.every(({ isType }) => isType),
    isImported: existing !== undefined,
  };
  const planned: PlannedSpan[] = [];
  const add = (spans: readonly Span[], site: string, isImport: boolean): void => {
    for (const span of spans) planned.push({ ...span, site, isImport });
  };
  for (const reference of references) {
    if (rootRequire(reference)) add(rewriteInlineRequire(reference, executor), reference.site, false);
  }
  // Values first: a type can use their import.
  const bindings = toBindings(project, file, references).toSorted(
    (a, b) =>
      Number(a.references.every(({ isType }) => isType)) - Number(b.references.every(({ isType }) => isType)),
  );
  let needsImport = false;
  for (const binding of bindings) {
    const site = binding.references[0]?.site ?? '';
    const { declaration } = binding;
    let name = state.localName;
    if (ts.isImportEqualsDeclaration(declaration)) {
      const rewritten = rewriteImportEquals(binding, declaration, state);
      name = rewritten.name;
      add(rewritten.spans, site, true);
    } else {
      const spans =
        rewriteAwaitedImport(binding, state) ??
        rewriteEsImport(binding, bindings, state) ??
        rewriteRequire(binding, bindings, state);
      // Known by an alias, or from elsewhere: the executor then needs an import of its own.
      if (!spans) needsImport = true;
      add(spans ?? [], site, true);
    }
    for (const reference of binding.references)
      add([replaceNode(reference.node, name)], reference.site, false);
  }
  if (needsImport && !state.isImported) add([insertImport(file, state)], references[0]?.site ?? '', true);
  return planned;
}
