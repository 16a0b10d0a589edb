import { ts } from 'ts-morph';
import type { PoolSearch } from './pool-search.js';
import { hasPoolType } from '../proof/pool-types.js';
import type { Value } from '../proof/values.js';

/** The members that a subclass and the executor both have, for people; empty where there are none. */
export function findConflicts(
  declaration: ts.ClassLikeDeclaration,
  executorMembers: readonly string[],
): string {
  const names = declaration.members.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []));
  return names.filter((name) => executorMembers.includes(name)).join(', ');
}

/** `new (require('piscina'))()`: the parentheses are part of what is replaced only where they are not needed. */
export function unwrapParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? unwrapParentheses(node.expression) : node;
}

function leafName(node: ts.Expression): string {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isIdentifier(node) ? node.text : '';
}

/** Built by a class that comes out of a function or a condition. */
function isPoolByType({ evaluator, project }: PoolSearch, node: ts.NewExpression): boolean {
  const [declaration] = project.checker.getSymbolAtLocation(node.expression)?.declarations ?? [];
  // What is imported has been followed, and its type costs too much to be asked for in vain.
  const isLocal = declaration && (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration));
  return isLocal === true && !project.isAmbient(declaration) && hasPoolType(evaluator, node);
}

/** Why a construction may be that of a pool, without a proof: a name is none, nor is a type. */
export function suspectConstruct(
  search: PoolSearch,
  node: ts.NewExpression,
  value: Value,
): string | undefined {
  const { classExports, areClassesWords = false } = search.definition;
  const hasName = !areClassesWords && classExports.includes(leafName(node.expression));
  const isNamed = value.kind === 'unknown' && (value.mayBeClass === true || hasName);
  if (!isNamed && !isPoolByType(search, node)) return undefined;
  return value.kind === 'unknown' ? value.reason : 'it is a pool by its type alone';
}
