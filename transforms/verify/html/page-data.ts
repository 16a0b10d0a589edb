import { formatNotes, formatVerdictSentence } from '../format-verdict.js';
import { groupTraces } from '../trace-tree.js';
import { PageFaults } from './page-faults.js';
import type { FaultSources } from './page-faults.js';
import { PageTraces } from './page-traces.js';
import type { PageData } from './page/data.js';

export interface WaterfallSources extends FaultSources {
  /** What was run. */
  readonly title: string;
}

/** All that the page shows, the traces in the order of their first spans. */
export function createPageData(sources: WaterfallSources): PageData {
  const { observation, faults, title, cwd } = sources;
  const { spans, threads } = observation;
  const pageFaults = new PageFaults(sources);
  const runStart = spans.reduce((first, { start }) => (start < first ? start : first), spans[0]?.start ?? 0n);
  const pageTraces = new PageTraces(threads, pageFaults, runStart, cwd);
  const traces = [...groupTraces(spans)].map(([id, own]) => pageTraces.toTrace(id, own));
  return {
    title,
    verdict: formatVerdictSentence(observation, faults),
    isGood: faults.length === 0 && spans.length > 0,
    roots: spans.filter(({ parentSpanId }) => parentSpanId === undefined).length,
    threads: pageTraces.threads.rows,
    resources: pageTraces.resources.rows,
    faults: pageFaults.kinds,
    notes: formatNotes(observation),
    traces,
  };
}
