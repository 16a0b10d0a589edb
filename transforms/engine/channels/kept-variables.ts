import { ts } from 'ts-morph';
import type { Assignments } from '../proof/assignments.js';
import type { Project } from '../project.js';
import { kindOfCallback } from './callback-kinds.js';
import { bareValue } from './value-syntax.js';

/** Tells variables and fields that live longer than a call, and so may have what others have put there. */
export class KeptVariables {
  constructor(
    private readonly project: Project,
    private readonly assignments: Assignments,
  ) {}

  /** Whether a variable outlives the call in which it is named, and is filled by calls. */
  outlives(declaration: ts.VariableDeclaration, use: ts.Node): boolean {
    return isOfOthers(declaration, use) && !this.#isRegister(declaration);
  }

  /** A list or a map that lives longer than a call, or a variable that others set. */
  isContainer(declaration: ts.VariableDeclaration, use: ts.Node): boolean {
    if (!this.outlives(declaration, use)) return false;
    return this.#isConstant(declaration) ? isCollection(declaration.initializer) : !isCounter(use);
  }

  /** The same of a field, be it one that plain JavaScript sets, or that has been emptied. */
  isCollectingField(declaration: ts.Declaration, name: ts.MemberName): boolean {
    if (ts.isPropertyDeclaration(declaration) && isCollection(declaration.initializer)) return true;
    const symbol = this.project.checker.getSymbolAtLocation(name);
    return symbol !== undefined && this.assignments.to(symbol).some(isCollection);
  }

  /** Whether a field is set after its object is made, and not only counted. */
  isSetByCalls(name: ts.MemberName): boolean {
    const symbol = this.project.checker.getSymbolAtLocation(name);
    if (!symbol || isCounter(name)) return false;
    return this.assignments
      .to(symbol)
      .some(
        (value) => !ts.isLiteralExpression(value) && !ts.findAncestor(value, ts.isConstructorDeclaration),
      );
  }

  /** `var path = require('path')` is as good as a constant, where nothing else is ever put there. */
  #isConstant(declaration: ts.VariableDeclaration): boolean {
    if ((declaration.parent.flags & ts.NodeFlags.Const) !== 0) return true;
    const symbol = this.project.checker.getSymbolAtLocation(declaration.name);
    return (
      declaration.initializer !== undefined &&
      symbol !== undefined &&
      this.assignments.to(symbol).length === 0
    );
  }

  /** What is only filled while its module is loaded: the methods that a worker has, by name. */
  #isRegister(declaration: ts.VariableDeclaration): boolean {
    const { initializer } = declaration;
    if (!initializer || !this.#isConstant(declaration) || ts.findAncestor(declaration, ts.isFunctionLike))
      return false;
    const symbol = this.project.checker.getSymbolAtLocation(declaration.name);
    const made = bareValue(initializer);
    const isOfFunctions =
      ts.isObjectLiteralExpression(made) &&
      made.properties.length > 0 &&
      made.properties.every(isFunctionOrName);
    if (isModule(made)) return true;
    if (!symbol || !(isOfFunctions || isFilled(made) || isCollection(made))) return false;
    const put = this.assignments.into(symbol);
    if (isCollection(made) && !isFilled(made) && put.length === 0) return false;
    return put.every((value) => ts.findAncestor(value.parent, ts.isFunctionLike) === undefined);
  }
}

/** A variable of the module, or of a function around that is not of the same call. */
function isOfOthers(declaration: ts.VariableDeclaration, use: ts.Node): boolean {
  const home = ts.findAncestor(declaration, ts.isFunctionLike);
  if (!home) return true;
  let owner = ts.findAncestor(use, ts.isFunctionLike);
  while (owner && owner !== home && isRunWithin(owner))
    owner = ts.findAncestor(owner.parent, ts.isFunctionLike);
  return owner !== home;
}

/** `new Promise((resolve) => …)`, `(() => …)()` */
function isRunWithin(owner: ts.Node): boolean {
  let value = owner;
  while (ts.isParenthesizedExpression(value.parent)) value = value.parent;
  const { parent } = value;
  if (!ts.isCallOrNewExpression(parent)) return false;
  return parent.expression === value || kindOfCallback(parent) === 'kept';
}

function isFunction(node: ts.Node): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

/** `require('./methods')` */
function isModule(node: ts.Expression): boolean {
  const call = ts.isAwaitExpression(node) ? node.expression : node;
  if (!ts.isCallExpression(call)) return false;
  return call.expression.kind === ts.SyntaxKind.ImportKeyword || call.expression.getText() === 'require';
}

function isFunctionOrName(property: ts.ObjectLiteralElementLike): boolean {
  if (ts.isMethodDeclaration(property) || ts.isShorthandPropertyAssignment(property)) return true;
  if (!ts.isPropertyAssignment(property)) return false;
  const value = bareValue(property.initializer);
  return isFunction(value) || ts.isIdentifier(value);
}

/** `new Map([['resize', resize]])`, `['a', 'b']` */
function isFilled(node: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(node)) return node.elements.length > 0;
  const [first] = (ts.isNewExpression(node) && node.arguments) || [];
  return first !== undefined && ts.isArrayLiteralExpression(first) && first.elements.length > 0;
}

export function isCollection(node: ts.Expression | undefined): boolean {
  if (!node) return false;
  if (ts.isNewExpression(node)) return /^(?:Map|Set|Array|WeakMap)$/.test(node.expression.getText());
  return ts.isArrayLiteralExpression(node) && node.elements.length === 0;
}

/** `nextId++`, and what such a name is elsewhere. */
function isCounter(node: ts.Node): boolean {
  return (
    ts.isIdentifier(node) && /(?:id|count|counter|index|seq\w*|number|nonce|last|next\w*)$/i.test(node.text)
  );
}
