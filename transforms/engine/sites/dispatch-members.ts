import { ts } from 'ts-morph';
import { isAnyMethod } from './pool-dispatch.js';
import type { PoolSearch } from './pool-search.js';
import { hasPoolType } from '../proof/pool-types.js';

/** What a call on a pool calls: `pool.run`, `pool['run']`. */
export type Member = ts.PropertyAccessExpression | ts.ElementAccessExpression;

/** A method that a subclass of the project declares itself, where the others are the workers'. */
export function isOwnMethod({ definition, project, evaluator }: PoolSearch, member: Member): boolean {
  if (!isAnyMethod(definition.dispatch)) return false;
  const name = ts.isPropertyAccessExpression(member) ? member.name : member.argumentExpression;
  const [declaration] = project.checker.getSymbolAtLocation(name)?.declarations ?? [];
  const owner = declaration?.parent;
  return owner !== undefined && ts.isClassLike(owner) && evaluator.libraryHeritage(owner) !== undefined;
}

/** A pool by its type alone; where any method may be a verb, that would have to be asked of all that is called. */
export function isPoolByType({ definition, evaluator }: PoolSearch, receiver: ts.Expression): boolean {
  return !isAnyMethod(definition.dispatch) && hasPoolType(evaluator, receiver);
}

/** Whether the executor has a verb of its own for this one. */
export function isRenamed({ definition: { dispatch } }: PoolSearch, member: Member): boolean {
  const name = ts.isPropertyAccessExpression(member) ? member.name.text : '';
  return !isAnyMethod(dispatch) && dispatch.kept?.includes(name) !== true;
}

/** `exports.run = …` calls nothing. */
export function isAssigned(member: Member): boolean {
  const { parent } = member;
  const isAssignment =
    ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isAssignment && parent.left === member;
}

/** Whether it is called where it stands. */
export function isCalled(member: Member): boolean {
  return ts.isCallExpression(member.parent) && member.parent.expression === member;
}

/** The call of a member, be it behind `!` or parentheses. */
export function callOf(member: ts.Expression): ts.CallExpression | undefined {
  const { parent } = member;
  if (ts.isNonNullExpression(parent) || ts.isParenthesizedExpression(parent)) return callOf(parent);
  return ts.isCallExpression(parent) && parent.expression === member ? parent : undefined;
}
