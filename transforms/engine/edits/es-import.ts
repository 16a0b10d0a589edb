import { ts } from 'ts-morph';
import { addToList, bindingText, takeMissing, typePart } from './import-state.js';
import type { Binding, ImportState } from './import-state.js';
import {
  endOfLine,
  insertAt,
  newLineLike,
  quoteOf,
  removeFromList,
  removeStatement,
  replaceNode,
  replaceStringText,
  semicolonOf,
} from './text-spans.js';
import type { Span } from './text-spans.js';

/** The names that an import declares, in order. */
function declaredNames({ importClause }: ts.ImportDeclaration): ts.Declaration[] {
  if (!importClause) return [];
  const { name, namedBindings } = importClause;
  const named = !namedBindings
    ? []
    : ts.isNamespaceImport(namedBindings)
      ? [namedBindings]
      : [...namedBindings.elements];
  return [...(name ? [importClause] : []), ...named];
}

function removeNames(declaration: ts.ImportDeclaration, isRemoved: (node: ts.Node) => boolean): Span[] {
  const { importClause } = declaration;
  if (!importClause) return [];
  const { name, namedBindings } = importClause;
  if (name && isRemoved(importClause) && namedBindings) {
    return [{ start: name.getStart(), end: namedBindings.getStart(), text: '' }];
  }
  if (!namedBindings) return [];
  const elements = ts.isNamedImports(namedBindings) ? namedBindings.elements : [namedBindings];
  // `import Piscina, { move } from …` where only `Piscina` stays.
  if (name && elements.every(isRemoved)) return [{ start: name.end, end: namedBindings.end, text: '' }];
  return removeFromList(elements, isRemoved);
}

/**
 * Brings an import along with the renaming of what it declares; `undefined` where the binding is no import. The
 * import's own text changes as little as can be: quotes, semicolon and place stay.
 */
export function rewriteEsImport(
  { declaration: bound }: Binding,
  bindings: readonly Binding[],
  state: ImportState,
): Span[] | undefined {
  if (!ts.isImportClause(bound) && !ts.isImportSpecifier(bound) && !ts.isNamespaceImport(bound))
    return undefined;
  const declaration = ts.findAncestor(bound, ts.isImportDeclaration);
  if (!declaration?.importClause) return undefined;
  const names = declaredNames(declaration);
  const own = bindings.filter((binding) => names.includes(binding.declaration));
  // The first binding of an import speaks for all of them.
  if (own[0]?.declaration !== bound) return [];
  const isSpent = (node: ts.Node): boolean =>
    own.some((binding) => binding.declaration === node && binding.isSpent);
  const { moduleSpecifier } = declaration;
  const taken = takeMissing(state, own);
  const added = addToList(state, taken);
  const missing = added ? [] : taken;
  const clause = `${typePart(state, missing)}{ ${bindingText(state, missing, ' as ')} }`;
  if (names.every(isSpent)) {
    return missing.length === 0
      ? [removeStatement(declaration), ...(added ? [added] : [])]
      : [replaceNode(declaration.importClause, clause), replaceStringText(moduleSpecifier, state.module)];
  }
  const spans = removeNames(declaration, isSpent);
  if (missing.length === 0) return [...spans, ...(added ? [added] : [])];
  const quote = quoteOf(moduleSpecifier);
  const statement = `import ${clause} from ${quote}${state.module}${quote}${semicolonOf(declaration)}`;
  return [...spans, insertAt(endOfLine(declaration), newLineLike(declaration) + statement)];
}
