import { inspect } from 'node:util';
import { AssertionError } from 'node:assert';
import { collectorOf } from './span-origins.js';
import { parentOf } from './span-ids.js';
import { buildForest, flatten, idOf, toSource } from './span-forest.js';
import type { Moves } from './span-forest.js';
import { spanTree } from './span-tree.js';
import { formatForest } from './forest-text.js';
import { dedent, indent } from './indentation.js';
import type { CollectedSpan, Spans } from './collected-span.js';
import type { OrphanOptions } from './orphan-options.js';
import type { SpanTreeOptions } from './tree-options.js';

/** What a test has found, and the two trees which tell it. */
export interface TreeCheck {
  readonly pass: boolean;
  /** What is so where it passes, and what is not where it does not. */
  readonly reason: string;
  readonly actual: string;
  readonly expected: string;
}

const MISSING = '(a span that is missing)';

/** What a test prints of a check: the reason, and both trees; they are one where it passes and should not. */
export function formatCheck({ pass, reason, actual, expected }: TreeCheck): string {
  const show = (tree: string): string => indent(tree || '(no span)');
  if (pass) return `${reason}\n\nActual tree:\n\n${show(actual)}\n`;
  return `${reason}\n\nExpected tree:\n\n${show(expected)}\n\nActual tree:\n\n${show(actual)}\n`;
}

export function toAssertionError(check: TreeCheck): AssertionError {
  const { actual, expected } = check;
  const message = formatCheck(check);
  // By this operator test runners know that they can show the difference, and Node.js leaves it to them.
  return new AssertionError({ message, actual, expected, operator: '==' });
}

/** Checks that each span has its parent among the others. */
export function checkOrphans(spans: Spans, { allowRemote = false }: OrphanOptions = {}): TreeCheck {
  const forest = buildForest(spans);
  const isOrphan = ({ flaw }: { readonly flaw: unknown }): boolean =>
    flaw === 'orphan' || (flaw === 'remote parent' && !allowRemote);
  const orphans = forest.filter(isOrphan);
  const adopted = orphans.map((node) => ({ ...node, flaw: undefined }));
  const rest = formatForest(forest.filter((node) => !isOrphan(node)));
  const expected = [rest, ...(orphans.length > 0 ? [MISSING, indent(formatForest(adopted))] : [])];
  const names = orphans.map(({ span }) => inspect(span.name)).join(', ');
  const areRemote = orphans.some(({ flaw }) => flaw === 'remote parent');
  const advice = areRemote ? '; parents in other processes are let be by { allowRemote: true }' : '';
  return {
    pass: orphans.length === 0,
    reason: orphans.length === 0 ? 'No span is an orphan' : `Spans without their parent: ${names}${advice}`,
    actual: formatForest(forest),
    expected: expected.filter(Boolean).join('\n'),
  };
}

/** Checks that the tree of some spans is the given one, whose indentation and line ends are as its source has them. */
export function checkTree(spans: Spans, text: string, options?: SpanTreeOptions): TreeCheck {
  if (typeof text !== 'string')
    throw new TypeError(`the expected tree must be a string; received ${inspect(text)}`);
  const [actual, expected] = [spanTree(spans, options), dedent(text)];
  // A name may end with a space.
  const pass = actual === expected || dedent(actual) === expected;
  return { pass, reason: `The span tree is ${pass ? '' : 'not '}the expected one`, actual, expected };
}

function findOnly(given: CollectedSpan | string, within: Spans, relation: string): CollectedSpan {
  if (typeof given !== 'string') return given;
  const found = flatten(buildForest(within)).filter(({ span }) => span.name === given);
  const [only] = found;
  if (only && found.length === 1) return only.span;
  const problem = only
    ? `There are ${found.length} spans named ${inspect(given)}, so its name does not tell which one is meant: give the span`
    : `There is no span named ${inspect(given)}`;
  throw toAssertionError({ pass: false, reason: problem, actual: spanTree(within), expected: relation });
}

/** Spans that may not be all of one list, as one. */
function unite(within: Spans | undefined, ...others: readonly CollectedSpan[]): Spans {
  const { ended, open } = toSource(within ?? []);
  const further = others.filter((span) => !ended.includes(span) && !open.includes(span));
  return { spans: [...ended, ...new Set(further)], openSpans: open };
}

/** Puts a span below another; where that is below it, it first takes its place. */
function moveBelow(parent: CollectedSpan, child: CollectedSpan, all: Spans): Moves {
  const subtree = flatten(buildForest(all)).filter(({ span }) => span === child);
  const isBelow = flatten(subtree).some(({ span }) => span === parent && span !== child);
  const moves: [CollectedSpan, string | undefined][] = [[child, idOf(parent)]];
  return new Map(isBelow ? [...moves, [parent, parentOf(child)?.spanId]] : moves);
}

const isSpan = (value: unknown): value is CollectedSpan =>
  typeof (value as CollectedSpan | null | undefined)?.spanContext === 'function';

/**
 * Checks that a span is directly below another.
 *
 * @throws AssertionError where a name is that of no span or of several; TypeError for names without spans.
 */
export function checkChild(
  child: CollectedSpan | string,
  parent: CollectedSpan | string,
  given?: Spans,
): TreeCheck {
  const within = given ?? [child, parent].filter(isSpan).map(collectorOf).find(Boolean);
  const names = [child, parent].map((each) => {
    if (isSpan(each)) return each.name;
    if (typeof each !== 'string')
      throw new TypeError(`a span, or the name of one, is expected; received ${inspect(each)}`);
    if (!within) throw new TypeError(`give the spans in which ${inspect(each)} is to be found, or the span`);
    return each;
  });
  const relation = `${names[1]}\n  ${names[0]}`;
  const [below, above] = [child, parent].map((each) => findOnly(each, within ?? [], relation)) as [
    CollectedSpan,
    CollectedSpan,
  ];
  const all = unite(within, above, below);
  const { traceId, spanId } = above.spanContext();
  const pass = parentOf(below)?.spanId === spanId && below.spanContext().traceId === traceId;
  return {
    pass,
    reason: `${inspect(below.name)} is ${pass ? '' : 'not '}a child of ${inspect(above.name)}`,
    actual: spanTree(all),
    expected: formatForest(buildForest(all, moveBelow(above, below, all))),
  };
}
