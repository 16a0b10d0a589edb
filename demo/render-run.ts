import { formatTrace } from 'traced-pool-codemod/dist/verify/format-trace.js';
import type { TraceStyle } from 'traced-pool-codemod/dist/verify/format-trace.js';
import { listPaths } from './tally.js';
import type { RequestTally, RunTally } from './tally.js';

function renderRequest({ exchange, tree, underRequest }: RequestTally, style: TraceStyle): string {
  const { request, answer } = exchange;
  const title = `${request.method} ${request.path}  ${answer.status}  ${underRequest} of ${request.workerSpans.length} worker spans`;
  const spans = tree ? [tree.span, ...listPaths(tree).map(({ span }) => span)] : [];
  return `${title}\n${spans.length > 0 ? formatTrace(spans, style) : '(no span)\n\n'}`;
}

/** The trace trees of a run, request by request. */
export function renderRun({ requests }: RunTally, style: TraceStyle): string {
  return requests.map((request) => renderRequest(request, style)).join('');
}
