import { ts } from 'ts-morph';
import { referencesTo } from '../sites/class-references.js';
import { declaredType } from './declarations.js';
import { returnedExpressions } from './functions.js';
import type { Proof } from './proof.js';
import { annotate, NOTHING, union } from './values.js';
import type { Value } from './values.js';

/** Methods that give one element of what they are called on. */
const TAKING: ReadonlySet<string> = new Set(['get', 'at', 'pop', 'shift', 'find', 'findLast']);
/** Methods that give some or all elements of what they are called on, in an iterable. */
const PASSING: ReadonlySet<string> = new Set([
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
const CALLING: ReadonlyMap<string, number> = new Map([
  ...['forEach', 'map', 'flatMap', 'filter', 'find', 'findLast', 'findIndex', 'some', 'every'].map(
    (name) => [name, 0] as const,
  ),
  ['reduce', 1],
]);
const STATICS = /^(?:Object\.(?:values|entries)|Array\.(?:from|of)|Promise\.(?:all|allSettled|race|any))$/;

interface MethodCall {
  readonly target: ts.Expression;
  readonly method: string;
}

function toMethodCall({ expression }: ts.CallExpression): MethodCall | undefined {
  return ts.isPropertyAccessExpression(expression)
    ? { target: expression.expression, method: expression.name.text }
    : undefined;
}

function isFunction(node: ts.Node | undefined): node is ts.ArrowFunction | ts.FunctionExpression {
  return node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));
}

/** The type that an empty collection is made with: `new Map<string, Piscina>()`, `[] as Piscina[]`. */
function statedType(node: ts.Expression): ts.TypeNode | undefined {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return node.type;
  const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
  return isCall ? node.typeArguments?.at(-1) : undefined;
}

/** Whether a name of a collection stands where others get hold of it: an argument, a property, another name. */
function isGivenAway(name: ts.Identifier): boolean {
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

/** Proves what arrays, maps, sets and records hold, by what is put into them. */
export class Collections {
  readonly #underWay = new Set<ts.Node>();
  readonly #namesUnderWay = new Set<ts.Symbol>();

  constructor(private readonly proof: Proof) {}

  /** What is taken out of a collection by a call such as `pools.get(name)`; `undefined` for any other call. */
  taken(call: ts.CallExpression): Value | undefined {
    const methodCall = toMethodCall(call);
    return methodCall && TAKING.has(methodCall.method) ? this.elementsOf(methodCall.target) : undefined;
  }

  /** What a parameter of a function is that is called with each element; `undefined` for any other parameter. */
  passedTo(parameter: ts.ParameterDeclaration): Value | undefined {
    const { parent: declaration } = parameter;
    const call = declaration.parent;
    if (!isFunction(declaration) || !ts.isCallExpression(call)) return undefined;
    const methodCall = toMethodCall(call);
    const index = declaration.parameters.indexOf(parameter);
    if (call.expression.getText() === 'Array.from')
      return index === 0 && call.arguments[0] ? this.elementsOf(call.arguments[0]) : undefined;
    const isElement = methodCall && CALLING.get(methodCall.method) === index;
    return isElement && call.arguments[0] === declaration ? this.elementsOf(methodCall.target) : undefined;
  }

  /** What an element of a collection may be; unknown where nothing tells. */
  elementsOf(node: ts.Node): Value {
    if (this.#underWay.has(node)) return NOTHING;
    this.#underWay.add(node);
    const value = this.#elementsOf(node);
    this.#underWay.delete(node);
    // Which of several classes it is, nobody can tell who does not know the rest of the program.
    const mayBeClass = value.kind === 'library' || value.kind === 'export';
    if (!mayBeClass && value.kind !== 'nothing') return value;
    return { kind: 'unknown', reason: 'it is taken out of a collection', ...(mayBeClass && { mayBeClass }) };
  }

  #elementsOf(node: ts.Node): Value {
    if (
      ts.isParenthesizedExpression(node) ||
      ts.isAwaitExpression(node) ||
      ts.isNonNullExpression(node) ||
      ts.isSatisfiesExpression(node) ||
      ts.isSpreadElement(node)
    )
      return this.#elementsOf(node.expression);
    if (ts.isAsExpression(node)) return annotate(this.#elementsOf(node.expression), node.type);
    if (ts.isArrayLiteralExpression(node))
      return union(node.elements.map((element) => this.#element(element)));
    if (ts.isObjectLiteralExpression(node))
      return union(node.properties.map((property) => this.proof.evaluate(property)));
    if (ts.isNewExpression(node)) return node.arguments?.[0] ? this.#elementsOf(node.arguments[0]) : NOTHING;
    if (ts.isCallExpression(node)) return this.#call(node);
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) return this.#named(node);
    if (ts.isBinaryExpression(node))
      return union([node.left, node.right].map((side) => this.#elementsOf(side)));
    return NOTHING;
  }

  #isShared(symbol: ts.Symbol): boolean {
    const { project } = this.proof;
    const files = new Set((symbol.declarations ?? []).map((declaration) => declaration.getSourceFile()));
    return [...files].some((file) =>
      referencesTo(project, symbol, new Set([symbol.name]), file).some((name) => isGivenAway(name)),
    );
  }

  /** An element of an array literal; of an entry `[key, value]` it is the value that counts. */
  #element(node: ts.Expression): Value {
    if (ts.isSpreadElement(node)) return this.#elementsOf(node.expression);
    if (!ts.isArrayLiteralExpression(node)) return this.proof.evaluate(node);
    const value = node.elements.at(-1);
    return value ? this.proof.evaluate(value) : NOTHING;
  }

  #call(node: ts.CallExpression): Value {
    const [first, second] = node.arguments;
    const methodCall = toMethodCall(node);
    if (STATICS.test(node.expression.getText())) {
      if (isFunction(second)) return this.#returned(second);
      return first ? this.elementsOf(first) : NOTHING;
    }
    if (methodCall && PASSING.has(methodCall.method)) return this.elementsOf(methodCall.target);
    if (methodCall?.method === 'map' && isFunction(first)) return this.#returned(first);
    const callee = this.proof.evaluate(node.expression);
    if (callee.kind !== 'function') return NOTHING;
    const returned = returnedExpressions(callee.declaration).map((expression) => this.elementsOf(expression));
    return annotate(union(returned), callee.declaration.type);
  }

  #returned(declaration: ts.ArrowFunction | ts.FunctionExpression): Value {
    return union(returnedExpressions(declaration).map((expression) => this.proof.evaluate(expression)));
  }

  #named(node: ts.Identifier | ts.PropertyAccessExpression): Value {
    const { checker } = this.proof.project;
    const found = checker.getSymbolAtLocation(ts.isIdentifier(node) ? node : node.name);
    if (!found) return NOTHING;
    const symbol = found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
    // `list = [...list, item]`: what a collection had before adds nothing to what it is known to hold.
    if (this.#namesUnderWay.has(symbol)) return NOTHING;
    this.#namesUnderWay.add(symbol);
    const value = this.#contentsOf(symbol);
    this.#namesUnderWay.delete(symbol);
    return value;
  }

  #contentsOf(symbol: ts.Symbol): Value {
    const declarations = symbol.declarations ?? [];
    const { assignments } = this.proof;
    const initial = declarations.flatMap((declaration) =>
      (ts.isVariableDeclaration(declaration) ||
        ts.isPropertyDeclaration(declaration) ||
        ts.isPropertyAssignment(declaration)) &&
      declaration.initializer
        ? [declaration.initializer]
        : [],
    );
    const contents = [
      ...[...initial, ...assignments.to(symbol)].map((expression) => this.#elementsOf(expression)),
      ...assignments.into(symbol).map((expression) => this.#element(expression)),
    ];
    const types = [...declarations.map(declaredType), ...initial.map(statedType)];
    const value = types.reduce(annotate, union(contents));
    // What it is given to may put anything into it.
    return value.kind === 'instance' && this.#isShared(symbol) ? { ...value, isPartial: true } : value;
  }
}
