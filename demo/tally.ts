import { SpanKind } from '@opentelemetry/api';
import type { SeenSpan } from 'traced-pool-codemod/dist/verify/contracts.js';
import { buildTrees } from 'traced-pool-codemod/dist/verify/trace-tree.js';
import type { TraceTree } from 'traced-pool-codemod/dist/verify/trace-tree.js';
import { WORKER_SCOPE } from './requests.js';
import type { Exchange } from './requests.js';

export interface RequestTally {
  readonly exchange: Exchange;
  /** What hangs under the request's own SERVER span; `undefined` where there is no such span. */
  readonly tree: TraceTree | undefined;
  /** How many of the expected worker spans are in the tree, each where it belongs. */
  readonly underRequest: number;
  /** Paths of worker spans that should be in the tree. */
  readonly missing: readonly string[];
  /** Paths of spans in the tree that should not be. */
  readonly unexpected: readonly string[];
}

export interface RunTally {
  readonly requests: readonly RequestTally[];
  readonly underRequest: number;
  readonly expected: number;
  /** Spans that are in no request's tree. */
  readonly strays: readonly SeenSpan[];
}

/** Every span below a tree's first one, with the names that lead there, joined by slashes. */
export function listPaths(tree: TraceTree): { readonly path: string; readonly span: SeenSpan }[] {
  return tree.children.flatMap((child) => [
    { path: child.span.name, span: child.span },
    ...listPaths(child).map(({ path, span }) => ({ path: `${child.span.name}/${path}`, span })),
  ]);
}

/** The elements of the first list that are not in the second, each as often as it is over. */
function subtract(list: readonly string[], from: readonly string[]): string[] {
  const rest = [...from];
  return list.filter((element) => {
    const index = rest.indexOf(element);
    if (index !== -1) rest.splice(index, 1);
    return index === -1;
  });
}

function tallyRequest(exchange: Exchange, spans: readonly SeenSpan[]): RequestTally {
  const trace = spans.filter((span) => span.traceId === exchange.traceId);
  const tree = buildTrees(trace).find(
    ({ span }) => span.kind === SpanKind.SERVER && span.parentSpanId === exchange.callerSpanId,
  );
  const below = tree ? listPaths(tree) : [];
  const made = below.filter(({ span }) => span.scope === WORKER_SCOPE).map(({ path }) => path);
  const others = below.filter(({ span }) => span.scope !== WORKER_SCOPE).map(({ path }) => path);
  const missing = subtract(exchange.request.workerSpans, made);
  return {
    exchange,
    tree,
    underRequest: exchange.request.workerSpans.length - missing.length,
    missing,
    unexpected: [...subtract(made, exchange.request.workerSpans), ...others],
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Counts, request by request, the worker spans that are where they belong. */
export function tallyRun(exchanges: readonly Exchange[], spans: readonly SeenSpan[]): RunTally {
  const requests = exchanges.map((exchange) => tallyRequest(exchange, spans));
  const inTrees = new Set(
    requests.flatMap(({ tree }) => (tree ? [tree.span, ...listPaths(tree).map(({ span }) => span)] : [])),
  );
  return {
    requests,
    underRequest: sum(requests.map(({ underRequest }) => underRequest)),
    expected: sum(exchanges.map(({ request }) => request.workerSpans.length)),
    strays: spans.filter((span) => !inTrees.has(span)),
  };
}
