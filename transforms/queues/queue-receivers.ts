import { ts } from 'ts-morph';
import { findType, hasOnlyPoolType, hasPoolType, isOtherType } from '../engine/proof/pool-types.js';
import type { Project } from '../engine/project.js';
import { isFunctionLiteral } from './job-arguments.js';
import type { QueueSearch } from './queue-search.js';
import { takesJobsLater } from './queue-edits.js';
import { memberName, unwrap } from './queue-syntax.js';
import type { Member } from './queue-syntax.js';

/** What a receiver turned out to be: a queue, built in these places as far as they are known, or something unknown. */
export type Receiver =
  | { readonly constructs: readonly ts.Node[] }
  /** `isQueue`: at times it is one, or it has the name of one. */
  | { readonly unknown: string; readonly isQueue: boolean };

/** What a queue is called, where nothing proves that it is one: worth a word, and no proof. */
const QUEUE_NAME =
  /(?:^|_)(?:queue|limit|limiter|cargo|throttle|scheduler|lock)s?$|(?:Queue|Limit|Limiter|Cargo|Throttle|Scheduler|Lock)s?$/;

/** A queue, or what may be one; nothing for all else. */
export function findReceiver(
  { evaluator, library, project }: QueueSearch,
  node: ts.Expression,
): Receiver | undefined {
  const value = evaluator.evaluate(node);
  const constructs = value.kind === 'instance' ? value.constructs : [];
  const isJobLater = (one: ts.Node): boolean => !ts.isCallExpression(one) || takesJobsLater(one);
  if (library.buildsWrapped && !constructs.every(isJobLater)) return undefined;
  const isProven = value.kind === 'instance' && !value.isPartial;
  if (isProven || hasOnlyPoolType(evaluator, node)) return { constructs };
  if (value.kind === 'instance' || hasPoolType(evaluator, node))
    return { unknown: 'it may be something else as well', isQueue: true };
  const type = findType(project, node);
  const isQueue = QUEUE_NAME.test(nameOf(node));
  if (value.kind === 'unknown')
    return type && isOtherType(type, project) ? undefined : { unknown: value.reason, isQueue };
  const isUntyped = type !== undefined && (type.flags & ts.TypeFlags.Any) !== 0 && isGiven(node, project);
  return isUntyped ? { unknown: 'it has no type', isQueue } : undefined;
}

/** Whether something comes from outside: by `this` of whatever calls, by a parameter, or by something without a value. */
function isGiven(node: ts.Expression, { checker }: Project): boolean {
  let root = unwrap(node);
  while (ts.isPropertyAccessExpression(root)) root = unwrap(root.expression);
  if (root.kind === ts.SyntaxKind.ThisKeyword) return root !== unwrap(node);
  if (!ts.isIdentifier(root)) return false;
  const [declaration] = checker.getSymbolAtLocation(root)?.declarations ?? [];
  const owner =
    declaration && ts.findAncestor(declaration, (one) => !ts.isBindingElement(one) && !ts.isBindingName(one));
  return (
    owner !== undefined && (ts.isParameter(owner) || (ts.isVariableDeclaration(owner) && !owner.initializer))
  );
}

function nameOf(node: ts.Expression): string {
  return memberName(node) ?? (ts.isIdentifier(node) ? node.text : '');
}

/** Whether a call is given a function in a way that few but queues know: `push`, `add` and `map` are known to all. */
export function takesFunction({ expression, arguments: given }: ts.CallExpression): boolean {
  const isCommon = /^(?:push|unshift|splice|map|add)$/.test(memberName(unwrap(expression)) ?? '');
  return !isCommon && given.some((one) => isFunctionLiteral(unwrap(one)));
}

/** The name of a method that calls what it is given, once for each element or result. */
const CALLING = /^(?:map|forEach|flatMap|then)$/;

/** What `jobs.map(limit)` gives away. */
export function givenToEach({
  expression,
  arguments: [given],
}: ts.CallExpression): ts.Expression | undefined {
  const isNamed = given && (ts.isIdentifier(given) || ts.isPropertyAccessExpression(given));
  return isNamed && CALLING.test(memberName(unwrap(expression)) ?? '') ? given : undefined;
}

/** Whether a method leaves its object: it is passed, kept or returned, and not merely looked at by a test. */
export function isGivenAway(member: Member): boolean {
  const { parent } = member;
  if (ts.isBinaryExpression(parent)) return parent.right === member;
  if (ts.isPropertyAccessExpression(parent)) return /^(?:bind|call|apply)$/.test(parent.name.text);
  if (ts.isCallExpression(parent))
    return (
      parent.expression !== member &&
      !/(?:expect|spy\w*|mocked|stub|typeof)$/i.test(parent.expression.getText())
    );
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isReturnStatement(parent);
}
