import { ts } from 'ts-morph';

/** Methods that give one element of what they are called on. */
export const TAKING: ReadonlySet<string> = new Set(['get', 'at', 'pop', 'shift', 'find', 'findLast']);
/** Methods that give some or all elements of what they are called on, in an iterable. */
export const PASSING: ReadonlySet<string> = new Set([
  ...[
    'values',
    'entries',
    'filter',
    'slice',
    'concat',
    'reverse',
    'toReversed',
    'sort',
    'toSorted',
    'splice',
  ],
  ...['toSpliced', 'with', 'flat'],
]);
/** Methods that call a function with each element, and the parameter which that is. */
export const CALLING: ReadonlyMap<string, number> = new Map([
  ...['forEach', 'map', 'flatMap', 'filter', 'find', 'findLast', 'findIndex', 'some', 'every'].map(
    (name) => [name, 0] as const,
  ),
  ['reduce', 1],
]);
/** Functions that give what a collection holds, in another one. */
export const STATICS =
  /^(?:Object\.(?:values|entries)|Array\.(?:from|of)|Promise\.(?:all|allSettled|race|any))$/;

/** A call such as `pools.get(name)`. */
export interface MethodCall {
  readonly target: ts.Expression;
  readonly method: string;
}

/** What a call calls a method of; `undefined` for any other call. */
export function toMethodCall({ expression }: ts.CallExpression): MethodCall | undefined {
  return ts.isPropertyAccessExpression(expression)
    ? { target: expression.expression, method: expression.name.text }
    : undefined;
}

/** Whether a node is a function in place. */
export function isFunction(node: ts.Node | undefined): node is ts.ArrowFunction | ts.FunctionExpression {
  return node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));
}

/** The type that an empty collection is made with: `new Map<string, Piscina>()`, `[] as Piscina[]`. */
export function statedType(node: ts.Expression): ts.TypeNode | undefined {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return node.type;
  const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
  return isCall ? node.typeArguments?.at(-1) : undefined;
}

/** Whether a name of a collection stands where others get hold of it: an argument, a property, another name. */
export function isGivenAway(name: ts.Identifier): boolean {
  const isMember = ts.isPropertyAccessExpression(name.parent) && name.parent.name === name;
  const node = isMember ? name.parent : name;
  const { parent } = node;
  if (ts.isCallOrNewExpression(parent))
    return parent.expression !== node && !STATICS.test(parent.expression.getText());
  if (ts.isVariableDeclaration(parent)) return parent.initializer === node && ts.isIdentifier(parent.name);
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBinaryExpression(parent)) return parent.right === node && !ts.isIdentifier(parent.left);
  return ts.isShorthandPropertyAssignment(parent);
}
