import { ts } from 'ts-morph';
import type { Evaluator } from '../proof/evaluator.js';
import { hasMembers } from '../proof/values.js';
import type { Value } from '../proof/values.js';

/** What a call builds a pool by: a name that can be replaced, or why there is none. */
export type FactoryCall =
  | { readonly name: ts.Expression; readonly executor?: Value & { readonly kind: 'executor' } }
  | { readonly unknown: string };

/** The last of `(0, library.create)`, as compilers write calls of what is imported. */
function calleeOf(node: ts.Expression): ts.Expression {
  if (ts.isParenthesizedExpression(node)) return calleeOf(node.expression);
  const isComma = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken;
  return isComma ? calleeOf(node.right) : node;
}

/** What a chain of properties starts with. */
function ownerOf(node: ts.Expression): ts.Expression {
  const isLink = ts.isPropertyAccessExpression(node) || ts.isParenthesizedExpression(node);
  return isLink ? ownerOf(node.expression) : node;
}

/** Finds the calls that build pools, for libraries whose pools are built so. */
export class FactoryCalls {
  constructor(private readonly evaluator: Evaluator) {}

  /** What a call builds a pool by; `undefined` where it does something else. */
  find(call: ts.CallExpression): FactoryCall | undefined {
    const { evaluator } = this;
    const name = calleeOf(call.expression);
    if (!this.#mayBeNamed(name)) return undefined;
    const value = evaluator.evaluate(name);
    if (evaluator.isFactory(value)) return value.kind === 'executor' ? { name, executor: value } : { name };
    return value.kind === 'unknown' && value.mayBeClass === true ? { unknown: value.reason } : undefined;
  }

  /** Whether it can be the name of a module's export, be it by an alias; what else is called costs too much to look at. */
  #mayBeNamed(node: ts.Expression): boolean {
    if (ts.isIdentifier(node)) return !this.#isParameter(node);
    if (!ts.isPropertyAccessExpression(node)) return false;
    const { evaluator } = this;
    if (evaluator.isFactory({ kind: 'export', name: node.name.text })) return true;
    const owner = ownerOf(node);
    return !this.#isParameter(owner) && hasMembers(evaluator.evaluate(owner));
  }

  /** Whether it is what a function is called with, which is followed for pools alone. */
  #isParameter(node: ts.Node): boolean {
    const [declaration] = this.evaluator.project.checker.getSymbolAtLocation(node)?.declarations ?? [];
    return declaration !== undefined && ts.isParameter(declaration);
  }
}
