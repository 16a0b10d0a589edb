import { ts } from 'ts-morph';
import { insertAt } from '../engine/edits/text-spans.js';
import { returnedExpressions } from '../engine/proof/functions.js';
import { isFunctionLiteral } from './job-arguments.js';
import { importsOf } from './queue-search.js';
import type { QueueSearch } from './queue-search.js';
import { unwrap } from './queue-syntax.js';
import { RUNTIME } from './runtime-names.js';

export type Call = ts.CallExpression | ts.NewExpression;

/** Whether code waits in a node itself, and not in a function within: it cannot stand in a function of its own. */
export function waits(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) return true;
  return ts.forEachChild(node, (child) => waits(child) || undefined) ?? false;
}

/** `bindQueue((bound) => fastq(bound(worker), 1))`; `name` is `bindQueue` or `bindCalls`. */
export function bindAround(
  search: QueueSearch,
  call: Call,
  worker: ts.Expression,
  { name, kind }: { readonly name: string; readonly kind: 'construct' | 'dispatch' },
): void {
  const { list } = search;
  const imports = importsOf(search, call);
  const bound = imports.freeName('bound');
  const variant = kind === 'dispatch' ? 'bind' : null;
  const site = list.add(call, { kind, outcome: 'rewritten', variant });
  for (const span of [
    insertAt(call.getStart(), `${imports.nameFor(name, call.getStart())}((${bound}) => `),
    insertAt(worker.getStart(), `${bound}(`),
    insertAt(worker.end, ')'),
    insertAt(call.end, ')'),
  ])
    list.edit(call.getSourceFile().fileName, span, site, kind);
}

/** Whether a call is what `bindQueue` or `bindCalls` gets from the function that it is given. */
export function isWithinBinding(search: QueueSearch, call: Call): boolean {
  const around = ts.findAncestor(call, isFunctionLiteral);
  const outer = around?.parent;
  if (!around || !outer || !ts.isCallExpression(outer) || outer.arguments[0] !== around) return false;
  const imports = importsOf(search, call);
  return (
    returnedExpressions(around).some((expression) => unwrap(expression) === call) &&
    [RUNTIME.bindQueue, RUNTIME.bindCalls].some((name) => imports.isImported(outer.expression, name))
  );
}

/** `throat(Promise)` is another `throat`, with promises of that class. */
export function isForClass({ arguments: [first, ...more] }: ts.CallExpression): boolean {
  return first !== undefined && more.length === 0 && ts.isIdentifier(first) && /^[A-Z][a-z]/.test(first.text);
}

/** Whether `throat(2)` gives a queue, and not, as `throat(2, job)`, a function whose calls are queued. */
export function takesJobsLater(call: ts.CallExpression): boolean {
  return call.arguments.length <= 1 && !isForClass(call);
}
