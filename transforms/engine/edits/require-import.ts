import { ts } from 'ts-morph';
import { requireIn } from './existing-imports.js';
import { renameReference } from './reference-span.js';
import { rootRequire } from '../sites/class-references.js';
import type { ClassReference } from '../sites/class-references.js';
import { addToList, bindingText, takeMissing } from './import-state.js';
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

/** `require('piscina').Piscina` in place: the same call for the other module. */
export function rewriteInlineRequire(reference: ClassReference, module: string): Span[] {
  const call = rootRequire(reference);
  const [specifier] = call?.arguments ?? [];
  if (!call || !specifier) return [];
  const isAsync = call.expression.kind === ts.SyntaxKind.ImportKeyword;
  const quote = quoteOf(specifier);
  const text = `${call.expression.getText()}(${quote}${module}${quote})`;
  const name = `${isAsync ? `(await ${text})` : text}.${reference.executor}`;
  // `new require('x').Y()` would build what `require` gives.
  return [renameReference(reference, reference.call && !isAsync ? `(${name})` : name)];
}

/** `import Piscina = require('piscina')`: the form stays, as a compiler option may ask for it. */
export function rewriteImportEquals(
  { isSpent }: Binding,
  declaration: ts.ImportEqualsDeclaration,
  { module, moduleName }: ImportState,
): Span[] {
  const { moduleReference } = declaration;
  if (!ts.isExternalModuleReference(moduleReference)) return [];
  const quote = quoteOf(moduleReference.expression);
  if (isSpent) {
    const renamed = replaceNode(declaration.name, moduleName);
    return [renamed, replaceStringText(moduleReference.expression, module)];
  }
  const text = `import ${moduleName} = require(${quote}${module}${quote})${semicolonOf(declaration)}`;
  return [insertAt(endOfLine(declaration), newLineLike(declaration) + text)];
}

/** In place: `const Piscina = require('piscina')` becomes `const { Executor } = require('traced-pool')`. */
function replaceDeclaration(
  declaration: ts.VariableDeclaration,
  call: ts.CallExpression,
  exports: readonly string[],
  state: ImportState,
): Span[] {
  const [specifier] = call.arguments;
  const { initializer } = declaration;
  if (!specifier || !initializer) return [];
  const pattern = replaceNode(declaration.name, `{ ${bindingText(state, exports, ': ')} }`);
  const module = replaceStringText(specifier, state.module);
  if (!ts.isPropertyAccessExpression(initializer)) return [pattern, module];
  return [pattern, module, { start: initializer.expression.end, end: initializer.end, text: '' }];
}

function insertDeclaration(
  declaration: ts.VariableDeclaration,
  call: ts.CallExpression,
  exports: readonly string[],
  state: ImportState,
): Span[] {
  const statement = ts.findAncestor(declaration, ts.isVariableStatement);
  const [specifier] = call.arguments;
  if (!statement || !specifier) return [];
  const keyword = statement.declarationList.getText().split(/\s/)[0] ?? 'const';
  const isAsync = call.expression.kind === ts.SyntaxKind.ImportKeyword;
  const quote = quoteOf(specifier);
  const value = `${isAsync ? 'await ' : ''}${call.expression.getText()}(${quote}${state.module}${quote})`;
  const text = `${keyword} { ${bindingText(state, exports, ': ')} } = ${value}${semicolonOf(statement)}`;
  return [insertAt(endOfLine(statement), newLineLike(statement) + text)];
}

/** As an import goes whose names the file has from elsewhere by now. */
function removeDeclaration(declaration: ts.VariableDeclaration): Span[] {
  const statement = ts.findAncestor(declaration, ts.isVariableStatement);
  if (!statement) return [];
  const { declarations } = statement.declarationList;
  return declarations.length === 1
    ? [removeStatement(statement)]
    : removeFromList(declarations, (one) => one === declaration);
}

/**
 * Brings a `require()` or `await import()` along with the renaming of what it declares; `undefined` where the binding
 * is neither.
 */
export function rewriteRequire(
  { declaration: bound }: Binding,
  bindings: readonly Binding[],
  state: ImportState,
): Span[] | undefined {
  const declaration = ts.findAncestor(bound, ts.isVariableDeclaration);
  const call = declaration?.initializer && requireIn(declaration.initializer);
  if (!declaration || !call) return undefined;
  const elements = ts.isObjectBindingPattern(declaration.name) ? [...declaration.name.elements] : [bound];
  const own = bindings.filter((binding) => elements.some((element) => element === binding.declaration));
  if (own[0]?.declaration !== bound) return [];
  const isSpent = (node: ts.Node): boolean =>
    own.some((binding) => binding.declaration === node && binding.isSpent);
  const block = declaration.parent.parent.parent;
  const isTop = ts.isSourceFile(block);
  const exports = takeMissing(state, own, isTop ? undefined : block);
  const added = isTop ? addToList(state, exports) : undefined;
  const isImported = exports.length === 0 || added !== undefined;
  const isEmptied = elements.every(isSpent);
  const hasRest = elements.some(
    (element) => ts.isBindingElement(element) && element.dotDotDotToken !== undefined,
  );
  if (isEmptied && !isImported) return replaceDeclaration(declaration, call, exports, state);
  const names = hasRest || isEmptied ? [] : removeFromList(elements, isSpent);
  const removed = isEmptied && !hasRest ? removeDeclaration(declaration) : names;
  if (added) removed.push(added);
  return isImported ? removed : [...removed, ...insertDeclaration(declaration, call, exports, state)];
}
