import { ts } from 'ts-morph';
import { awaitedBy, requiredSpecifier } from '../proof/functions.js';
import { bindingText, neededBy } from './import-state.js';
import type { Binding, ImportState } from './import-state.js';
import { replaceNode, replaceStringText } from './text-spans.js';
import type { Span } from './text-spans.js';

/** `import('piscina').then(({ Piscina }) => …)`: a module whose names a callback declares. */
interface AwaitedImport {
  readonly parameter: ts.ParameterDeclaration;
  readonly specifier: ts.Expression;
}

function findAwaitedImport(declaration: ts.Node): AwaitedImport | undefined {
  const parameter = ts.isBindingElement(declaration) ? declaration.parent.parent : declaration;
  const promise = ts.isParameter(parameter) ? awaitedBy(parameter) : undefined;
  if (!promise || !ts.isCallExpression(promise) || requiredSpecifier(promise) === undefined) return undefined;
  const [specifier] = promise.arguments;
  return specifier && ts.isParameter(parameter) ? { parameter, specifier } : undefined;
}

/** Whether a name that a class is known by is the parameter of a function, whose text is not ours to change. */
export function isParameterName(declaration: ts.Node): boolean {
  return ts.isParameter(ts.isBindingElement(declaration) ? declaration.parent.parent : declaration);
}

/** Whether such a callback uses of its module what `new` and `extends` name, and nothing else. */
export function isOnlyClass(declaration: ts.Node, classExports: readonly string[]): boolean {
  const awaited = findAwaitedImport(declaration);
  if (!awaited) return false;
  const { name } = awaited.parameter;
  const elements = ts.isObjectBindingPattern(name) ? name.elements : [];
  if (ts.isObjectBindingPattern(name) && elements.some((element) => element !== declaration)) return false;
  const local = (declaration as ts.BindingElement | ts.ParameterDeclaration).name.getText();
  let isOnly = true;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === local && node.parent !== declaration) {
      const { parent } = node;
      const isMember = ts.isPropertyAccessExpression(parent) && parent.expression === node;
      const use = isMember && classExports.includes(parent.name.text) ? parent : node;
      const isOwn = isMember ? use === parent && elements.length === 0 : elements.length > 0;
      const isNamed =
        (ts.isCallOrNewExpression(use.parent) && use.parent.expression === use) ||
        ts.isExpressionWithTypeArguments(use.parent);
      const isName = ts.isPropertyAccessExpression(parent) && parent.name === node;
      isOnly &&= isName || (isOwn && isNamed);
    }
    ts.forEachChild(node, visit);
  };
  visit(awaited.parameter.parent);
  return isOnly;
}

/** Brings such an import along with the renaming of what its callback declares; `undefined` for any other binding. */
export function rewriteAwaitedImport(binding: Binding, state: ImportState): Span[] | undefined {
  const awaited = findAwaitedImport(binding.declaration);
  if (!awaited) return undefined;
  const { parameter, specifier } = awaited;
  const pattern = `{ ${bindingText(state, neededBy([binding]), ': ')} }`;
  const { parent: callback } = parameter;
  const hasParentheses = callback.getFirstToken()?.kind !== ts.SyntaxKind.Identifier;
  return [
    replaceNode(parameter.name, hasParentheses ? pattern : `(${pattern})`),
    replaceStringText(specifier, state.module),
  ];
}
