import { ts } from 'ts-morph';
import type { Project } from '../project.js';
import { asValue, bareValue } from './value-syntax.js';

export type CollectionKind = 'array' | 'map' | 'set';

/** What one use of a collection does with what is in it. */
export type CollectionUse =
  /** Values go in. */
  | { readonly kind: 'put'; readonly values: readonly ts.Expression[] }
  /** One comes out, as the value of an expression or by a name. */
  | { readonly kind: 'take'; readonly value: ts.Expression }
  | { readonly kind: 'name'; readonly names: readonly ts.Node[] }
  /** A function is asked of each, by the name of its parameter, and gives one. */
  | { readonly kind: 'find'; readonly value: ts.Expression; readonly names: readonly ts.Node[] }
  /** A value is looked for by what it is. */
  | { readonly kind: 'look'; readonly value: ts.Expression }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' };

const NOTHING = { kind: 'nothing' } as const;
const UNKNOWN = { kind: 'unknown' } as const;

/** Which collection an expression makes, as long as nothing is in it yet. */
export function emptyCollection(
  { checker, files }: Project,
  given: ts.Expression | undefined,
): CollectionKind | undefined {
  const node = given && bareValue(given);
  if (!node) return undefined;
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0 ? 'array' : undefined;
  if (!ts.isNewExpression(node) || (node.arguments ?? []).length > 0) return undefined;
  const declarations = checker.getSymbolAtLocation(node.expression)?.declarations ?? [];
  if (declarations.some((one) => files.has(one.getSourceFile().fileName))) return undefined;
  const name = node.expression.getText();
  return name === 'Map' || name === 'Set' || name === 'Array'
    ? (name.toLowerCase() as CollectionKind)
    : undefined;
}

/** The collection that an expression takes something out of, if it looks like that. */
export function takenFrom(node: ts.Expression): ts.Expression | undefined {
  if (ts.isElementAccessExpression(node)) {
    const list = bareValue(node.expression);
    const isSpliced = ts.isCallExpression(list) && memberCalled(list)?.name.text === 'splice';
    return isSpliced ? memberCalled(list)?.expression : list;
  }
  const member = ts.isCallExpression(node) ? memberCalled(node) : undefined;
  return member && /^(?:shift|pop|get|at)$/.test(member.name.text) ? bareValue(member.expression) : undefined;
}

/** The collection that a loop or a pattern goes through: of `tasks`, `tasks.values()`, `tasks.splice(0, 1)`. */
export function listOf(given: ts.Expression): ts.Expression {
  const node = bareValue(given);
  const member = ts.isCallExpression(node) ? memberCalled(node) : undefined;
  return member ? bareValue(member.expression) : node;
}

function memberCalled({ expression }: ts.CallExpression): ts.PropertyAccessExpression | undefined {
  return ts.isPropertyAccessExpression(expression) ? expression : undefined;
}

/** What is done with a collection at an expression that means it. */
export function useOfCollection(kind: CollectionKind, given: ts.Expression): CollectionUse {
  const value = asValue(given);
  const { parent } = value;
  if (ts.isForOfStatement(parent) && parent.expression === value) return useOfLoop(kind, parent);
  if (ts.isVariableDeclaration(parent) && kind !== 'map') return useOfPattern(parent.name);
  if (ts.isElementAccessExpression(parent) && parent.expression === value)
    return kind === 'array' && !ts.isStringLiteralLike(parent.argumentExpression)
      ? { kind: 'take', value: parent }
      : UNKNOWN;
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== value) return UNKNOWN;
  const call = parent.parent;
  if (ts.isCallExpression(call) && call.expression === parent)
    return useOfMethod(kind, parent.name.text, call);
  return isMeasured(kind, parent) ? NOTHING : UNKNOWN;
}

function useOfMethod(kind: CollectionKind, name: string, call: ts.CallExpression): CollectionUse {
  const { arguments: given, parent } = call;
  if (given.some(ts.isSpreadElement)) return UNKNOWN;
  const [first, second] = given;
  if (kind === 'array') {
    if (/^(?:push|unshift)$/.test(name)) return { kind: 'put', values: given };
    if (/^(?:shift|pop|at)$/.test(name)) return { kind: 'take', value: call };
    if (/^(?:includes|indexOf|lastIndexOf)$/.test(name) && first) return { kind: 'look', value: first };
    if (name === 'splice') return useOfSplice(call);
    return useOfVisit(name, call);
  }
  if (name === 'clear') return NOTHING;
  if (name === 'forEach') return useOfVisit(name, call);
  if (name === 'values' && ts.isForOfStatement(parent)) return useOfLoop('set', parent);
  const isStatement = ts.isExpressionStatement(parent);
  if (kind === 'map') {
    if (name === 'set' && second && isStatement) return { kind: 'put', values: [second] };
    if (name === 'get') return { kind: 'take', value: call };
    return /^(?:delete|has|keys)$/.test(name) ? NOTHING : UNKNOWN;
  }
  if (name === 'add' && first && isStatement) return { kind: 'put', values: [first] };
  return /^(?:delete|has)$/.test(name) && first ? { kind: 'look', value: first } : UNKNOWN;
}

/** `tasks.forEach((task) => …)`: what the function is given goes by its parameter. */
function useOfVisit(name: string, call: ts.CallExpression): CollectionUse {
  const [visit, ...more] = call.arguments;
  if (!visit || more.length > 0 || !(ts.isArrowFunction(visit) || ts.isFunctionExpression(visit)))
    return UNKNOWN;
  const [first, second, ...others] = visit.parameters;
  const names = first ? [first] : [];
  if (others.length > 0) return UNKNOWN;
  if (name === 'forEach' || name === 'findIndex' || name === 'some' || name === 'every')
    return { kind: 'name', names };
  if (name === 'find') return { kind: 'find', value: call, names };
  const isSorting = name === 'sort' && ts.isExpressionStatement(call.parent);
  if (isSorting) return { kind: 'name', names: second ? [...names, second] : names };
  return name === 'filter' && isSetAgain(call) ? { kind: 'name', names } : UNKNOWN;
}

/** `tasks = tasks.filter(…)`: nothing else is in it then. */
export function isSetAgain(node: ts.Expression): boolean {
  if (!ts.isCallExpression(node) || memberCalled(node)?.name.text !== 'filter') return false;
  const { parent } = node;
  const isSet =
    ts.isBinaryExpression(parent) && parent.right === node && ts.isExpressionStatement(parent.parent);
  return isSet && parent.left.getText() === memberCalled(node)?.expression.getText();
}

/** What goes in where, and what comes out for it. */
function useOfSplice(call: ts.CallExpression): CollectionUse {
  const [, , ...values] = call.arguments;
  if (values.length === 0) return useOfSpliced(call);
  return ts.isExpressionStatement(call.parent) ? { kind: 'put', values } : UNKNOWN;
}

function useOfSpliced(call: ts.CallExpression): CollectionUse {
  const value = asValue(call);
  const { parent } = value;
  if (ts.isExpressionStatement(parent)) return NOTHING;
  if (ts.isForOfStatement(parent) && parent.expression === value) return useOfLoop('array', parent);
  const visit = parent.parent;
  if (ts.isPropertyAccessExpression(parent) && ts.isCallExpression(visit) && visit.expression === parent)
    return parent.name.text === 'forEach' ? useOfVisit('forEach', visit) : UNKNOWN;
  if (ts.isElementAccessExpression(parent) && parent.expression === value)
    return { kind: 'take', value: parent };
  return ts.isVariableDeclaration(parent) ? useOfPattern(parent.name) : UNKNOWN;
}

function useOfLoop(kind: CollectionKind, { initializer }: ts.ForOfStatement): CollectionUse {
  const declared = ts.isVariableDeclarationList(initializer) ? initializer.declarations[0] : undefined;
  if (!declared) return UNKNOWN;
  if (kind !== 'map')
    return ts.isArrayBindingPattern(declared.name) ? UNKNOWN : { kind: 'name', names: [declared] };
  if (!ts.isArrayBindingPattern(declared.name)) return UNKNOWN;
  const [, second, ...more] = declared.name.elements;
  return second && more.length === 0 ? toNames([second]) : NOTHING;
}

/** `const [first] = tasks` */
function useOfPattern(name: ts.BindingName): CollectionUse {
  return ts.isArrayBindingPattern(name) ? toNames(name.elements) : UNKNOWN;
}

function toNames(elements: readonly ts.ArrayBindingElement[]): CollectionUse {
  const names = elements.filter(ts.isBindingElement);
  const isPlain = names.every(
    ({ name, dotDotDotToken, initializer, propertyName }) =>
      !ts.isArrayBindingPattern(name) && !dotDotDotToken && !initializer && !propertyName,
  );
  return isPlain ? { kind: 'name', names } : UNKNOWN;
}

/** `tasks.length`, `tasks.length = 0` */
function isMeasured(kind: CollectionKind, member: ts.PropertyAccessExpression): boolean {
  if (member.name.text !== (kind === 'array' ? 'length' : 'size')) return false;
  const { parent } = member;
  const isStepped = ts.isPostfixUnaryExpression(parent) || ts.isDeleteExpression(parent);
  if (isStepped || (ts.isPrefixUnaryExpression(parent) && /^[+-]{2}/.test(parent.getText()))) return false;
  const isLeft = ts.isBinaryExpression(parent) && parent.left === member;
  if (!isLeft || parent.operatorToken.kind < ts.SyntaxKind.FirstAssignment) return true;
  if (parent.operatorToken.kind > ts.SyntaxKind.LastAssignment) return true;
  return parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.right.getText() === '0';
}
