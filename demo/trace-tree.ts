import type { CollectedSpan } from './collected-span.js';

export interface TraceNode {
  readonly span: CollectedSpan;
  readonly children: readonly TraceNode[];
}

function compareStart(left: CollectedSpan, right: CollectedSpan): number {
  if (left.startNanos !== right.startNanos) return left.startNanos < right.startNanos ? -1 : 1;
  if (left.spanId === right.spanId) return 0;
  return left.spanId < right.spanId ? -1 : 1;
}

/** The trees of one trace, by start time; a span whose parent was not collected is a root. */
export function buildTraceTrees(spans: readonly CollectedSpan[]): TraceNode[] {
  const sorted = spans.toSorted(compareStart);
  const known = new Set(sorted.map((span) => span.spanId));
  const toNode = (span: CollectedSpan): TraceNode => ({
    span,
    children: sorted.filter((child) => child.parentSpanId === span.spanId).map(toNode),
  });
  return sorted.filter((span) => !known.has(span.parentSpanId)).map(toNode);
}

/** Every node below the given one, with the names that lead there, joined by slashes. */
export function listPaths(node: TraceNode): { readonly path: string; readonly span: CollectedSpan }[] {
  return node.children.flatMap((child) => [
    { path: child.span.name, span: child.span },
    ...listPaths(child).map(({ path, span }) => ({ path: `${child.span.name}/${path}`, span })),
  ]);
}

function describe(span: CollectedSpan): string {
  const millis = (Number(span.endNanos - span.startNanos) / 1e6).toFixed(1);
  const thread = span.attributes['thread.name'] ?? span.attributes['thread.id'];
  const where = thread === undefined ? '' : `  [${thread}]`;
  const error = span.error === undefined ? '' : `  error: ${span.error}`;
  return `${span.name}  ${millis} ms${where}${error}`;
}

/** One line a span, drawn below the given indentation. */
export function renderTraceTree({ span, children }: TraceNode, indentation = ''): string[] {
  const last = children.length - 1;
  return [
    describe(span),
    ...children.flatMap((child, index) => {
      const [first, ...more] = renderTraceTree(child);
      const stem = index === last ? '   ' : '│  ';
      return [`${index === last ? '└─' : '├─'} ${first}`, ...more.map((line) => stem + line)];
    }),
  ].map((line) => indentation + line);
}
