import type { RequestTally, RunTally } from './tally.js';
import { buildTraceTrees, renderTraceTree } from './trace-tree.js';

function renderRequest({ exchange, tree, underRequest }: RequestTally): string[] {
  const { request, answer } = exchange;
  const count = `${underRequest} of ${request.workerSpans.length} worker spans`;
  return [
    `${request.method} ${request.path}  ${answer.status}  ${count}`,
    ...(tree ? renderTraceTree(tree, '  ') : ['  (no span)']),
    '',
  ];
}

/** The trace trees of a run, request by request, then the spans that are in none of them. */
export function renderRun({ requests, strays }: RunTally): string {
  const others = buildTraceTrees(strays).flatMap((tree) => renderTraceTree(tree, '  '));
  return [
    ...requests.flatMap(renderRequest),
    ...(others.length > 0 ? ['under no request', ...others, ''] : []),
  ].join('\n');
}
