import { ts } from 'ts-morph';
import type { Assignments } from '../proof/assignments.js';
import { returnedExpressions } from '../proof/functions.js';
import type { Project } from '../project.js';
import { KeptVariables } from './kept-variables.js';

/** Methods that take something out of what was kept before. */
const TAKING = /^(?:shift|pop|splice|dequeue|poll|take\w*|remove\w*|next|peek\w*)$/;
/** The same, where it is a container of the project's that is asked. */
const ASKING = /^(?:get|at|values|entries|keys|find)$/;
const MAX_DEPTH = 5;

function rootOf(node: ts.Expression): ts.Expression {
  const isLink =
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node);
  return isLink ? rootOf(node.expression) : node;
}

/** Tells values that were kept, such as the tasks of a backlog, from those that a function is given. */
export class StoredValues {
  readonly #variables: KeptVariables;

  /** @param isWorker whether an expression is a worker: which of those that are idle is taken says nothing of a message. */
  constructor(
    private readonly project: Project,
    assignments: Assignments,
    private readonly isWorker: (node: ts.Expression) => boolean,
  ) {
    this.#variables = new KeptVariables(project, assignments);
  }

  /**
   * Whether a function takes something out of what it keeps, and so may serve what others have put there.
   * @param mayAsk whether it may have a method of its own do that: `this.next();`
   */
  drains(owner: ts.Node, mayAsk = false): boolean {
    const visit = (node: ts.Node): boolean => {
      if (ts.isFunctionLike(node) && node !== owner) return false;
      if (mayAsk && this.#isOwnMethod(node)) return false;
      return this.#isDraining(node) || (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false);
    };
    return visit(owner);
  }

  #isDraining(node: ts.Node): boolean {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
    const { name, expression } = node.expression;
    // `tasks.splice(index, 0, task)` only puts something there.
    if (name.text === 'splice' && node.arguments[1]?.getText() === '0') return false;
    return TAKING.test(name.text) && this.#isKept(expression) && !this.isWorker(node);
  }

  #isOwnMethod(node: ts.Node): boolean {
    if (!ts.isExpressionStatement(node) || !ts.isCallExpression(node.expression)) return false;
    const { expression: callee, arguments: given } = node.expression;
    if (!ts.isPropertyAccessExpression(callee) || given.length > 0) return false;
    const [declaration] = this.#declarationsOf(callee.name);
    const isOfThis = callee.expression.kind === ts.SyntaxKind.ThisKeyword;
    return isOfThis && declaration !== undefined && ts.isMethodDeclaration(declaration);
  }

  /** Whether any part of an expression, functions in it aside, comes out of what was kept before. */
  isStored(node: ts.Node, depth = 0): boolean {
    if (depth > MAX_DEPTH) return true;
    if (ts.isFunctionLike(node) || isOwnData(node)) return false;
    if (mayBeWorker(node) && this.isWorker(node)) return false;
    if (this.#isContainer(node)) return true;
    if (ts.isCallExpression(node) && this.#takes(node, depth)) return true;
    if (ts.isElementAccessExpression(node) && !isOwnMethod(node) && this.#isKept(node.expression))
      return true;
    if (ts.isIdentifier(node) && !isName(node) && this.#isFromStore(node, depth)) return true;
    return ts.forEachChild(node, (child) => this.isStored(child, depth) || undefined) ?? false;
  }

  /** Whether an expression, functions in it aside, reads a field that methods set: `this.latest`. */
  isSetByCalls(node: ts.Node): boolean {
    if (ts.isFunctionLike(node)) return false;
    const isField = ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
    if (isField && !this.isWorker(node) && this.#variables.isSetByCalls(node.name)) return true;
    return ts.forEachChild(node, (child) => this.isSetByCalls(child) || undefined) ?? false;
  }

  /** A list or a map that lives longer than a call, or a variable that others set: what is in it may be anybody's. */
  #isContainer(node: ts.Node): boolean {
    const isField = ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
    if (!isField && (!ts.isIdentifier(node) || isName(node))) return false;
    const [declaration] = this.#declarationsOf(isField ? node.name : node);
    if (!declaration || !this.#isOfProject(declaration)) return false;
    if (isField) return this.#variables.isCollectingField(declaration, node.name);
    return ts.isVariableDeclaration(declaration) && this.#variables.isContainer(declaration, node);
  }

  #takes({ expression }: ts.CallExpression, depth: number): boolean {
    const member = ts.isPropertyAccessExpression(expression) ? expression : undefined;
    if (member && TAKING.test(member.name.text)) return true;
    if (member && ASKING.test(member.name.text) && this.#isKept(member.expression)) return true;
    const [declaration] = this.#declarationsOf(member?.name ?? expression);
    if (!declaration || !ts.isFunctionLike(declaration) || !this.#isOfProject(declaration)) return false;
    const { body } = declaration as ts.FunctionLikeDeclaration;
    return returnedExpressions({ ...declaration, body } as never).some((one) =>
      this.isStored(one, depth + 1),
    );
  }

  /** Whether something lives longer than a call: a field, or a variable of the module or of a function around. */
  #isKept(node: ts.Expression): boolean {
    const root = rootOf(node);
    if (root.kind === ts.SyntaxKind.ThisKeyword) return true;
    const [declaration] = this.#declarationsOf(root);
    return (
      !!declaration && ts.isVariableDeclaration(declaration) && this.#variables.outlives(declaration, root)
    );
  }

  #isFromStore(node: ts.Identifier, depth: number): boolean {
    const [declared] = this.#declarationsOf(node);
    const owner =
      declared && ts.findAncestor(declared, (one) => !ts.isBindingElement(one) && !ts.isBindingName(one));
    if (!owner || !ts.isVariableDeclaration(owner)) return false;
    const loop = owner.parent.parent;
    if (ts.isForOfStatement(loop))
      return this.#isKept(loop.expression) || this.isStored(loop.expression, depth + 1);
    if (!owner.initializer || !ts.findAncestor(owner, ts.isFunctionLike)) return false;
    const isTakenApart = ts.isArrayBindingPattern(owner.name) && this.#isKept(owner.initializer);
    return isTakenApart || this.isStored(owner.initializer, depth + 1);
  }

  #declarationsOf(node: ts.Node): readonly ts.Declaration[] {
    const { checker } = this.project;
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);
    return symbol?.declarations ?? [];
  }

  #isOfProject(node: ts.Node): boolean {
    return this.project.files.has(node.getSourceFile().fileName);
  }
}

/** A name that is no value: of a property that is read, or set. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node)
  );
}

function mayBeWorker(node: ts.Node): node is ts.Expression {
  const isMember = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  return isMember || (ts.isIdentifier(node) && !isName(node));
}

/** `this[method](…)` */
function isOwnMethod(node: ts.ElementAccessExpression): boolean {
  const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
  return isCalled && node.expression.kind === ts.SyntaxKind.ThisKeyword;
}

/** `members.get(this)`: what an object keeps of its own, outside of itself. */
function isOwnData(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const [key] = node.arguments;
  return node.expression.name.text === 'get' && key?.kind === ts.SyntaxKind.ThisKeyword;
}
