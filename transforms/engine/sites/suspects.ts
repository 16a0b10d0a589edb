import { ts } from 'ts-morph';
import { isAnyMethod } from './pool-dispatch.js';
import type { PoolSearch } from './pool-search.js';
import { findType, isOtherType } from '../proof/pool-types.js';

/** What a pool is called, where nothing proves that it is one: worth a word, and no proof. */
const POOL_NAME = /(?:^|_)(?:pool|worker|executor|thread)s?$|(?:Pool|Worker|Executor|Thread)s?$/;

function nameOf(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text.replace('#', '');
  // `pools[0]`, `getPool()`
  const isWrapped =
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAwaitExpression(node);
  return isWrapped ? nameOf(node.expression) : '';
}

/** Whether a call on something that cannot be followed is worth a word: with a verb that all know, not many are. */
export function isSuspect({ definition, project }: PoolSearch, receiver: ts.Expression): boolean {
  const { dispatch } = definition;
  if (isAnyMethod(dispatch)) return false;
  if (!dispatch.isEverydayWord) return true;
  if (!POOL_NAME.test(nameOf(receiver))) return false;
  const type = findType(project, receiver);
  return !type || !isOtherType(type, project);
}
