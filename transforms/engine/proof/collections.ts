import { ts } from 'ts-morph';
import { referencesTo } from '../sites/class-references.js';
import { declaredType } from './declarations.js';
import { returnedExpressions } from './functions.js';
import type { Proof } from './proof.js';
import {
  CALLING,
  isFunction,
  isGivenAway,
  PASSING,
  STATICS,
  statedType,
  TAKING,
  toMethodCall,
} from './collection-syntax.js';
import { annotate, NOTHING, union } from './values.js';
import type { Value } from './values.js';

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
    if (methodCall && PASSING.has(methodCall.method))
      return this.#isUnderWay(methodCall.target) ? NOTHING : this.elementsOf(methodCall.target);
    if (methodCall?.method === 'map' && isFunction(first)) return this.#returned(first);
    const callee = this.proof.evaluate(node.expression);
    if (callee.kind !== 'function') return NOTHING;
    const returned = returnedExpressions(callee.declaration).map((expression) => this.elementsOf(expression));
    return annotate(union(returned), callee.declaration.type);
  }

  #returned(declaration: ts.ArrowFunction | ts.FunctionExpression): Value {
    return union(returnedExpressions(declaration).map((expression) => this.proof.evaluate(expression)));
  }

  #symbolOf(node: ts.Identifier | ts.PropertyAccessExpression): ts.Symbol | undefined {
    const { checker } = this.proof.project;
    const found = checker.getSymbolAtLocation(ts.isIdentifier(node) ? node : node.name);
    return found && found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
  }

  /** `list = list.filter(…)` */
  #isUnderWay(node: ts.Expression): boolean {
    const isName = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
    const symbol = isName ? this.#symbolOf(node) : undefined;
    return symbol !== undefined && this.#namesUnderWay.has(symbol);
  }

  #named(node: ts.Identifier | ts.PropertyAccessExpression): Value {
    const symbol = this.#symbolOf(node);
    if (!symbol) return NOTHING;
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
