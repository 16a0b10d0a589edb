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

/** Whether a file names the library in a string, as one does that imports it, or mocks it. */
function namesLibrary({ definition }: PoolSearch, { text }: ts.SourceFile): boolean {
  return definition.packages.some((name) => text.includes(`'${name}'`) || text.includes(`"${name}"`));
}

/** A name that nothing declares: `self`, `window`. */
function isGlobal({ project }: PoolSearch, node: ts.Expression): boolean {
  return ts.isIdentifier(node) && !project.checker.getSymbolAtLocation(node)?.declarations?.length;
}

/**
 * Whether a call on something that cannot be followed is worth a word: with a verb that all know, not many are.
 *
 * @param mayBeNamedElse whether it may be called something else than a pool or a worker
 */
export function isSuspect(search: PoolSearch, receiver: ts.Expression, mayBeNamedElse = true): boolean {
  const { definition, project } = search;
  const { dispatch } = definition;
  if (isAnyMethod(dispatch)) return false;
  if (!dispatch.isEverydayWord) return true;
  const name = nameOf(receiver);
  const isCalledSo =
    POOL_NAME.test(name) ||
    (mayBeNamedElse &&
      dispatch.receivers?.test(name) === true &&
      namesLibrary(search, receiver.getSourceFile()) &&
      !isGlobal(search, receiver));
  if (!isCalledSo) return false;
  const type = findType(project, receiver);
  return !type || !isOtherType(type, project);
}
