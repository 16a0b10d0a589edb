import { ts } from 'ts-morph';
import { isFunctionLiteral } from './job-arguments.js';
import type { JobArguments } from './job-arguments.js';
import { memberName, unwrap } from './queue-syntax.js';

/** A text to insert, given what `bind` is called in the file. */
export interface Insertion {
  readonly at: number;
  readonly toText: (bind: string) => string;
}

type IsBound = (job: ts.Expression) => boolean;

function around(
  node: ts.Node,
  before: (bind: string) => string,
  after: (bind: string) => string,
): Insertion[] {
  return [
    { at: node.getStart(), toText: before },
    { at: node.end, toText: after },
  ];
}

/** A text in which no variable is called like the parameter that is about to be written. */
const EACH = (bind: string): string => `.map((job) => ${bind}(job))`;

/** `[first, ...others]`, and what `others.map(…)` needs parentheses for. */
function bindAll(node: ts.Expression): Insertion[] {
  const isOperand = ts.isLeftHandSideExpression(node);
  return isOperand
    ? [{ at: node.end, toText: EACH }]
    : around(
        node,
        () => '(',
        (bind) => `)${EACH(bind)}`,
      );
}

/** The function that `items.map((item) => () => work(item))` makes for each item. */
function madeForEach(node: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || memberName(unwrap(node.expression)) !== 'map') return undefined;
  const [callback] = node.arguments;
  if (!callback || !ts.isArrowFunction(callback) || ts.isBlock(callback.body)) return undefined;
  const made = unwrap(callback.body);
  return isFunctionLiteral(made) || ts.isCallExpression(made) ? made : undefined;
}

function bindArray(array: ts.Expression, isBound: IsBound): Insertion[] {
  const node = unwrap(array);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap((element) => bindOne(element, isBound));
  const made = madeForEach(node);
  if (made && (isFunctionLiteral(made) || isBound(made))) return bindOne(made, isBound);
  return bindAll(array);
}

function bindOne(job: ts.Expression, isBound: IsBound): Insertion[] {
  if (ts.isOmittedExpression(job)) return [];
  if (ts.isSpreadElement(job)) return bindArray(job.expression, isBound);
  if (isBound(job)) return [];
  return around(
    job,
    (bind) => `${bind}(`,
    () => ')',
  );
}

/** What is to be inserted so that all jobs of a call are bound; nothing where they are. */
export function findBindings(
  found: Exclude<JobArguments, { readonly problem: string }>,
  isBound: IsBound,
): Insertion[] {
  return 'array' in found
    ? bindArray(found.array, isBound)
    : found.jobs.flatMap((job) => bindOne(job, isBound));
}
