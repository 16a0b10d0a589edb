import { ts } from 'ts-morph';
import type { Assignments } from '../proof/assignments.js';
import type { Project } from '../project.js';
import { nameOfFunction } from './function-names.js';
import type { FunctionUses } from './function-uses.js';
import { declarationOf } from './backlog-names.js';
import { isPublished } from './published-names.js';
import { isExporting, isMention, wholeOf } from './use-syntax.js';
import { bareValue } from './value-syntax.js';
import { findSuperCall } from './super-calls.js';

type Found = readonly ts.Expression[] | undefined;

/** The elements of a list that is written out, and not added to. */
export function listedIn(project: Project, assignments: Assignments, given: ts.Expression): Found {
  const node = bareValue(given);
  if (ts.isArrayLiteralExpression(node))
    return node.elements.some(ts.isSpreadElement) ? undefined : node.elements;
  const declared = ts.isIdentifier(node) ? declarationOf(project, node) : undefined;
  if (!declared || !ts.isVariableDeclaration(declared) || !declared.initializer) return undefined;
  const symbol = project.checker.getSymbolAtLocation(declared.name);
  const isFixed = symbol && assignments.to(symbol).length + assignments.into(symbol).length === 0;
  return isFixed ? listedIn(project, assignments, declared.initializer) : undefined;
}

/** Finds all that the parameters of functions and constructors are given. */
export class GivenArguments {
  constructor(
    private readonly project: Project,
    private readonly assignments: Assignments,
    private readonly uses: FunctionUses,
  ) {}

  /** `undefined` where others may call it as well, or nobody gives it anything. */
  of(parameter: ts.ParameterDeclaration): Found {
    const owner = parameter.parent;
    const index = owner.parameters.indexOf(parameter);
    const { body } = owner as ts.FunctionLikeDeclaration;
    if (parameter.dotDotDotToken || !body || /\barguments\b/.test(body.getText())) return undefined;
    const name = nameOfFunction(owner);
    if (!name && ts.isCallExpression(owner.parent)) return this.#ofCallback(owner, index);
    if (isPublished(this.project, owner)) return undefined;
    const isClass = ts.isConstructorDeclaration(owner);
    const uses = name ? this.uses.of(name) : this.uses.ofUnnamed(isClass ? owner.parent : owner);
    const found = this.#ofUses(uses, index, isClass, new Set());
    return found && (found.length > 0 || parameter.initializer) ? found : undefined;
  }

  /** `['scale', 'crop'].map((name) => …)` */
  #ofCallback({ parent: call }: ts.Node, index: number): Found {
    const isFirst = ts.isCallExpression(call) && index === 0;
    if (!isFirst || !ts.isPropertyAccessExpression(call.expression)) return undefined;
    const { name, expression } = call.expression;
    return /^(?:map|forEach|flatMap)$/.test(name.text)
      ? listedIn(this.project, this.assignments, expression)
      : undefined;
  }

  #ofUses(uses: readonly ts.Node[], index: number, isClass: boolean, seen: Set<ts.Node>): Found {
    const found: ts.Expression[] = [];
    for (const use of uses) {
      if (seen.has(use)) continue;
      seen.add(use);
      const given = this.#ofUse(use, index, isClass, seen);
      if (!given) return undefined;
      found.push(...given);
    }
    return found;
  }

  #ofUse(use: ts.Node, index: number, isClass: boolean, seen: Set<ts.Node>): Found {
    const heir = isClass ? heirBy(use) : undefined;
    if (heir) {
      const call = findSuperCall(heir);
      if (call) return argumentAt(call, index);
      return heir.name && !heir.members.some(ts.isConstructorDeclaration)
        ? this.#ofUses(this.uses.of(heir.name), index, isClass, seen)
        : undefined;
    }
    const value = wholeOf(use);
    const { parent } = value;
    if (ts.isCallOrNewExpression(parent) && parent.expression === value) return argumentAt(parent, index);
    if (isMention(use) || isExporting(value) || ts.isTypeOfExpression(parent)) return [];
    const isStatic = ts.isPropertyAccessExpression(parent) && !/^(?:bind|call|apply)$/.test(parent.name.text);
    const isTested =
      ts.isBinaryExpression(parent) && parent.right === value && /instanceof/.test(parent.getText());
    return isStatic || isTested ? [] : undefined;
  }
}

function heirBy(use: ts.Node): ts.ClassLikeDeclaration | undefined {
  const clause = ts.findAncestor(use.parent, (node) => ts.isHeritageClause(node) || ts.isStatement(node));
  const isExtended = clause && ts.isHeritageClause(clause) && clause.token === ts.SyntaxKind.ExtendsKeyword;
  return isExtended && ts.isClassLike(clause.parent) ? clause.parent : undefined;
}

function argumentAt(
  { arguments: given = [] as never }: ts.CallExpression | ts.NewExpression,
  index: number,
): Found {
  const before = given.slice(0, index + 1);
  if (before.some(ts.isSpreadElement)) return undefined;
  const argument = before[index];
  return argument ? [argument] : [];
}
