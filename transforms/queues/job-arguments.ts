import { ts } from 'ts-morph';
import { requireIn } from '../engine/edits/existing-imports.js';
import type { JobPosition } from './queue-library.js';
import { unwrap } from './queue-syntax.js';
import { RUNTIME } from './runtime-names.js';

/** The jobs among the arguments of a call, or why they cannot be told. */
export type JobArguments =
  | { readonly jobs: readonly ts.Expression[] }
  | { readonly array: ts.Expression }
  | { readonly problem: string };

const SPREAD = 'arguments are spread';

export function isFunctionLiteral(node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

/** The literal that a name is declared with, if it is a constant. */
function initializerOf(checker: ts.TypeChecker, node: ts.Expression): ts.Expression {
  if (!ts.isIdentifier(node)) return node;
  const [declaration] = checker.getSymbolAtLocation(node)?.declarations ?? [];
  const isConstant =
    declaration &&
    ts.isVariableDeclaration(declaration) &&
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return isConstant && declaration.initializer ? unwrap(declaration.initializer) : node;
}

/** Whether a name is that of an import, or of what a `require()` gives. */
function isImported(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const [declaration] = (ts.isIdentifier(node) && checker.getSymbolAtLocation(node)?.declarations) || [];
  if (!declaration) return false;
  if (ts.isImportSpecifier(declaration) || ts.isImportClause(declaration)) return true;
  const { initializer } = ts.findAncestor(declaration, ts.isVariableDeclaration) ?? {};
  return initializer !== undefined && requireIn(initializer) !== undefined;
}

/** Whether something is what our own `bind` gives: of a job without a type that has none either. */
function isOurs(checker: ts.TypeChecker, node: ts.Expression): boolean {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return false;
  const [declaration] = checker.getSymbolAtLocation(node.expression)?.declarations ?? [];
  if (!declaration || (!ts.isImportSpecifier(declaration) && !ts.isBindingElement(declaration))) return false;
  const { initializer } = ts.findAncestor(declaration, ts.isVariableDeclaration) ?? {};
  const specifier =
    ts.findAncestor(declaration, ts.isImportDeclaration)?.moduleSpecifier ??
    (initializer && requireIn(initializer)?.arguments[0]);
  const isOfRuntime =
    specifier !== undefined && ts.isStringLiteralLike(specifier) && specifier.text === RUNTIME.module;
  return isOfRuntime && (declaration.propertyName ?? declaration.name).getText() === RUNTIME.bind;
}

/** Whether something is a function, is none, or may be either: by its text, by its type, by where it comes from. */
export function isFunction(checker: ts.TypeChecker, node: ts.Expression): boolean | undefined {
  const origin = initializerOf(checker, unwrap(node));
  if (isFunctionLiteral(origin) || isOurs(checker, origin)) return true;
  if (ts.isObjectLiteralExpression(origin)) return false;
  const type = checker.getTypeAtLocation(node);
  if ((type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) === 0)
    return type.getCallSignatures().length > 0;
  // What packages give to be called is a function, and is seldom called options.
  return isImported(checker, unwrap(node)) && !/opt|config/i.test(node.getText()) ? true : undefined;
}

/** `schedule(job, …)` or `schedule({ priority }, job, …)`. */
function afterOptions(checker: ts.TypeChecker, given: readonly ts.Expression[]): JobArguments {
  const [first, second] = given;
  if (!first) return { jobs: [] };
  if (ts.isSpreadElement(first)) return { problem: SPREAD };
  const isFirst = isFunction(checker, first);
  if (isFirst === true || !second) return { jobs: [first] };
  if (ts.isSpreadElement(second)) return { problem: SPREAD };
  if (isFirst === false) return { jobs: [second] };
  const isSecond = isFunction(checker, second);
  return isSecond === false
    ? { jobs: [first] }
    : { problem: 'the first argument may be the job, or its options' };
}

/** Whether something is a number, a text or the like. */
function isPlain(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const plain = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike;
  return (checker.getTypeAtLocation(node).flags & plain) !== 0;
}

/** The worker of `fastq(worker, 1)` and `fastq(context, worker, 1)`, of which the number may be missing. */
export function findWorker(
  checker: ts.TypeChecker,
  [first, second, third]: readonly ts.Expression[],
): ts.Expression | undefined {
  if (!first || !second || isFunction(checker, first) === true) return first;
  if (third || isFunction(checker, second) === true || isFunction(checker, first) === false) return second;
  return isFunction(checker, second) === false ? first : undefined;
}

export function findJobs(
  checker: ts.TypeChecker,
  given: readonly ts.Expression[],
  position: JobPosition,
): JobArguments {
  if (position === 'after-options') return afterOptions(checker, given);
  if (position === 'in-array') {
    const [first] = given;
    if (!first) return { jobs: [] };
    return ts.isSpreadElement(first) ? { problem: SPREAD } : { array: first };
  }
  if ('from' in position) return { jobs: given.slice(position.from) };
  const before = given.slice(0, position.at + 1);
  if (before.some(ts.isSpreadElement)) return { problem: SPREAD };
  const jobs = before.slice(position.at);
  return jobs.some((job) => isPlain(checker, job)) ? { problem: 'it is no function' } : { jobs };
}
