import { formatForest } from './forest-text.js';
import { buildForest } from './span-forest.js';
import type { Spans } from './collected-span.js';
import type { SpanTreeOptions } from './tree-options.js';

/**
 * The traces of some spans as text: a line a span, children indented below their parent. Two runs that do the same give
 * the same text, as there are no ids and no times in it. A span whose parent is not among them stands at the margin as the
 * first of a trace does, but says `(orphan)`, or `(remote parent)` where that is known to be in another process; one in
 * another trace than its parent says `(other trace)`, and one that is there twice `(again)`. Of a collector, what has not
 * ended is there as well, and says `(not ended)`.
 *
 * @throws TypeError for what are no spans.
 */
export function spanTree(spans: Spans, options?: SpanTreeOptions): string {
  return formatForest(buildForest(spans), options);
}
