import { ts } from 'ts-morph';
import type { Project } from '../project.js';
import { declarationOf, isExportedByName, isOwn, isPrivate } from './backlog-names.js';
import { parameterOf } from './backlog-parameters.js';
import { nameOfFunction } from './function-names.js';
import type { FunctionUses } from './function-uses.js';
import type { PortPath } from './port-uses.js';
import { identifiersOf } from './port-uses.js';
import { isMention } from './use-syntax.js';
import { asValue, isMember, isNothing, isPlainAssignment, isTested } from './value-syntax.js';

type Named = ts.VariableDeclaration | ts.PropertyDeclaration | ts.PropertyAccessExpression;

/**
 * Follows a port, or what has it in it, by the names that it is given: variables, fields, parameters, properties.
 */
export class PortFlow {
  /** The expressions that mean the port, and go by no other name. */
  readonly nodes = new Set<ts.Node>();
  /** Whether it, or what has it in it, goes where it cannot be followed. */
  isLost = false;
  readonly #followed = new Set<ts.Node>();
  readonly #assigned = new Map<Named, Set<ts.Node>>();

  constructor(
    private readonly project: Project,
    private readonly uses: FunctionUses,
  ) {}

  /** Of what a pattern or a name is given. */
  addName(name: ts.BindingName, path: PortPath): void {
    if (this.#followed.has(name)) return;
    this.#followed.add(name);
    if (ts.isIdentifier(name)) for (const use of this.#usesOfName(name)) this.addValue(use, path);
    else if (ts.isObjectBindingPattern(name) && path.length > 0) this.#addPattern(name, path);
    else this.isLost = true;
  }

  /** Of an expression that is the port, or what has it in it. */
  addValue(given: ts.Expression, path: PortPath): void {
    const value = asValue(given);
    const { parent } = value;
    const [key, ...rest] = path;
    if (ts.isVariableDeclaration(parent) && parent.initializer === value) this.addName(parent.name, path);
    else if (ts.isPropertyDeclaration(parent)) this.#addField(parent, value, path);
    else if (ts.isCallExpression(parent) && parent.expression !== value && this.#isOfProject(parent))
      this.#addArgument(parent, value, path);
    else if (ts.isBinaryExpression(parent) && isPlainAssignment(parent))
      this.#addAssignment(parent, value, path);
    else if (isTested(value) || ts.isExpressionStatement(parent)) return;
    else if (key === undefined) this.nodes.add(given);
    else if (ts.isPropertyAccessExpression(parent) && parent.expression === value) {
      if (parent.name.text === key) this.addValue(parent, rest);
    } else if (!isLogged(parent) && !isCompared(parent)) this.isLost = true;
  }

  /** What is done by names that the port shares with something else is no proof. */
  finish(): ReadonlySet<ts.Node> | undefined {
    for (const [declared, own] of this.#assigned) {
      const values = this.#usesOf(declared);
      const isForeign = values.some((value) => {
        const { parent } = asValue(value);
        const isSet = ts.isBinaryExpression(parent) && parent.left === asValue(value);
        return isSet && !own.has(parent) && !isNothing(parent.right);
      });
      const made = ts.isPropertyAccessExpression(declared) ? undefined : declared.initializer;
      if (isForeign || (made && !own.has(made) && !isNothing(made))) this.isLost = true;
    }
    return this.isLost ? undefined : this.nodes;
  }

  #addPattern(pattern: ts.ObjectBindingPattern, [key, ...rest]: PortPath): void {
    for (const { dotDotDotToken, propertyName, name, initializer } of pattern.elements) {
      const taken = propertyName ?? name;
      if (dotDotDotToken || !(ts.isIdentifier(taken) || ts.isStringLiteral(taken))) this.isLost = true;
      else if (taken.text === key && initializer) this.isLost = true;
      else if (taken.text === key) this.addName(name, rest);
    }
  }

  #isOfProject({ expression }: ts.CallExpression): boolean {
    const declared = declarationOf(this.project, expression);
    return declared !== undefined && this.project.files.has(declared.getSourceFile().fileName);
  }

  #addArgument(call: ts.CallExpression, value: ts.Expression, path: PortPath): void {
    const { arguments: given } = call;
    const index = given.indexOf(value);
    const parameter = parameterOf(this.project, call, index);
    const isPlain = parameter && !parameter.initializer && !parameter.dotDotDotToken && !parameter.modifiers;
    const isSpread = given.slice(0, index).some(ts.isSpreadElement);
    if (!isPlain || isSpread || !this.#isCalledOnce(parameter)) this.isLost = true;
    else this.addName(parameter.name, path);
  }

  /** Others would give it something else. */
  #isCalledOnce({ parent: owner }: ts.ParameterDeclaration): boolean {
    const name = nameOfFunction(owner);
    const holder = ts.findAncestor(owner, ts.isClassLike);
    const isOfClass = ts.isMethodDeclaration(owner) && holder !== undefined && !isExported(holder);
    if (!name || !(isPrivate(owner, name) || isOfClass)) return false;
    const [use, ...more] = this.uses.of(name);
    if (!use || more.length > 0) return false;
    const callee = isMember(use) ? use.parent : use;
    return ts.isCallExpression(callee.parent) && callee.parent.expression === callee;
  }

  #addAssignment(parent: ts.BinaryExpression, value: ts.Expression, path: PortPath): void {
    const declared = declarationOf(this.project, parent.left);
    // It is set to something else, which is seen to at the end where the port is not its first value.
    if (parent.left === value) {
      this.isLost ||= !isNothing(parent.right) && !this.#assigned.has(declared as Named);
      return;
    }
    const isField =
      declared && (ts.isPropertyDeclaration(declared) || ts.isPropertyAccessExpression(declared));
    const isStatement = ts.isExpressionStatement(parent.parent);
    if (isField && isStatement) this.#addField(declared, parent, path);
    else if (declared && ts.isVariableDeclaration(declared) && isOwnVariable(declared) && isStatement)
      this.#addNamed(declared, parent, path);
    else this.isLost = true;
  }

  #addField(
    declared: ts.PropertyDeclaration | ts.PropertyAccessExpression,
    source: ts.Node,
    path: PortPath,
  ): void {
    if (isOwn(this.project, declared, declared.name)) this.#addNamed(declared, source, path);
    else this.isLost = true;
  }

  /** @param source what gives it its value: an assignment, or the first one */
  #addNamed(declared: Named, source: ts.Node, path: PortPath): void {
    const known = this.#assigned.get(declared);
    if (path.length > 0) this.isLost = true;
    else if (known) known.add(source);
    else {
      this.#assigned.set(declared, new Set([source]));
      for (const use of this.#usesOf(declared)) this.addValue(use, path);
    }
  }

  /** In all files, where it goes out of its own. */
  #usesOfName(name: ts.Identifier): ts.Expression[] {
    let declared: ts.Node = name.parent;
    while (ts.isBindingElement(declared) || ts.isObjectBindingPattern(declared)) declared = declared.parent;
    if (!ts.isVariableDeclaration(declared) || !isExportedByName(declared, name))
      return identifiersOf(this.project, name);
    return this.uses
      .of(name)
      .filter(
        (use): use is ts.Identifier =>
          ts.isIdentifier(use) && !isMention(use) && !ts.isExportSpecifier(use.parent),
      );
  }

  #usesOf(declared: Named): ts.Expression[] {
    const { name } = declared;
    if (ts.isVariableDeclaration(declared))
      return ts.isIdentifier(name) ? identifiersOf(this.project, name) : [];
    const own = ts.isPropertyAccessExpression(declared) ? [name] : [];
    return [...own, ...this.uses.of(name)].map((use) => (isMember(use) ? use.parent : use) as ts.Expression);
  }
}

function isExported(declared: ts.ClassLikeDeclaration): boolean {
  if (!ts.isClassDeclaration(declared)) return false;
  if ((ts.getCombinedModifierFlags(declared) & ts.ModifierFlags.Export) !== 0) return true;
  const { name } = declared;
  const file = declared.getSourceFile();
  return name === undefined || new RegExp(`\\bexports?\\b[^;]*\\b${name.text}\\b`).test(file.text);
}

function isOwnVariable(declared: ts.VariableDeclaration): boolean {
  return (ts.getCombinedModifierFlags(declared) & ts.ModifierFlags.Export) === 0;
}

/** `console.log(message)` does nothing to it. */
function isLogged(parent: ts.Node): boolean {
  return ts.isCallExpression(parent) && /^(?:console|log|logger)\.\w+$/.test(parent.expression.getText());
}

/** `typeof message === 'object'`, `'port' in message`. */
function isCompared(parent: ts.Node): boolean {
  if (ts.isTypeOfExpression(parent)) return true;
  if (!ts.isBinaryExpression(parent)) return false;
  return /^(?:[!=]==?|in|instanceof)$/.test(parent.operatorToken.getText());
}
