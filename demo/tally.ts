import type { CollectedSpan } from './collected-span.js';
import { WORKER_SCOPE } from './requests.js';
import type { Exchange } from './requests.js';
import type { Run } from './run.js';
import { buildTraceTrees, listPaths } from './trace-tree.js';
import type { TraceNode } from './trace-tree.js';

export interface RequestTally {
  readonly exchange: Exchange;
  /** What hangs under the request's own SERVER span; `undefined` where there is no such span. */
  readonly tree: TraceNode | undefined;
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
  readonly strays: readonly CollectedSpan[];
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

function tallyRequest(exchange: Exchange, spans: readonly CollectedSpan[]): RequestTally {
  const trace = spans.filter((span) => span.traceId === exchange.traceId);
  const tree = buildTraceTrees(trace).find(
    ({ span }) => span.isServer && span.parentSpanId === exchange.callerSpanId,
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
export function tallyRun({ exchanges, spans }: Run): RunTally {
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
