import type { SeenSpan } from './contracts.js';

/** A span with those that it is the parent of, in the order of their starts. */
export interface TraceTree {
  readonly span: SeenSpan;
  readonly children: readonly TraceTree[];
}

interface Growing {
  readonly span: SeenSpan;
  readonly children: Growing[];
}

/** A tree and all below it, those above first; without recursion, as a chain of spans may be as long as it likes. */
function* walk<T extends { readonly children: readonly T[] }>(top: T): Generator<readonly [T, number]> {
  const ahead: (readonly [T, number])[] = [[top, 0]];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    yield next;
    const [{ children }, depth] = next;
    for (const child of children.toReversed()) ahead.push([child, depth + 1]);
  }
}

/**
 * The spans of one trace as trees: more than one where it has several roots, or parents that were not seen. Of spans that
 * are each other's parents the first is taken for the top.
 */
export function buildTrees(spans: readonly SeenSpan[]): TraceTree[] {
  const trees = spans.map((span): Growing => ({ span, children: [] }));
  const byId = new Map(trees.map((tree) => [tree.span.spanId, tree]));
  const parentOf = ({ span }: Growing): Growing | undefined => byId.get(span.parentSpanId ?? '');
  for (const tree of trees) parentOf(tree)?.children.push(tree);
  const tops: Growing[] = [];
  const reached = new Set<Growing>();
  const take = (top: Growing): void => {
    tops.push(top);
    for (const [tree] of walk(top)) reached.add(tree);
  };
  for (const tree of trees) if (!parentOf(tree)) take(tree);
  for (const tree of trees) {
    if (reached.has(tree)) continue;
    const siblings = parentOf(tree)?.children;
    siblings?.splice(siblings.indexOf(tree), 1);
    take(tree);
  }
  return tops;
}

/** The spans of trees, each with how many are above it, in the order in which they are to be read. */
export function listByDepth(trees: readonly TraceTree[]): (readonly [span: SeenSpan, depth: number])[] {
  return trees.flatMap((top) => [...walk(top)].map(([{ span }, depth]) => [span, depth] as const));
}

/** The spans of each trace, the traces in the order of their first spans. */
export function groupTraces(spans: readonly SeenSpan[]): ReadonlyMap<string, readonly SeenSpan[]> {
  const traces = new Map<string, SeenSpan[]>();
  for (const span of spans) {
    const trace = traces.get(span.traceId);
    if (trace) trace.push(span);
    else traces.set(span.traceId, [span]);
  }
  return traces;
}
