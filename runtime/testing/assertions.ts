import { fromCaller } from './from-caller.js';
import { checkChild, checkOrphans, toAssertionError } from './tree-check.js';
import type { CollectedSpan, Spans } from './collected-span.js';
import type { OrphanOptions } from './orphan-options.js';
import type { TreeCheck } from './tree-check.js';

function holdCheck(check: TreeCheck): void {
  if (!check.pass) throw toAssertionError(check);
}

/**
 * Holds that each span has its parent among the others, or has none because it is the first of its trace. Of a collector,
 * a parent that has not ended counts.
 *
 * @throws AssertionError with the tree as it is, and as it is expected.
 */
export function assertNoOrphans(spans: Spans, options?: OrphanOptions): void {
  fromCaller(assertNoOrphans, () => holdCheck(checkOrphans(spans, options)));
}

/**
 * Holds that a span is directly below another.
 *
 * @param child a span, or the name of the only one that has it.
 * @param parent likewise.
 * @param spans those that are shown beside, and among which names are looked for; by default those of the collector that
 * a span is from.
 * @throws AssertionError with the tree as it is, and as it is expected; TypeError for names without spans.
 */
export function assertChildOf(
  child: CollectedSpan | string,
  parent: CollectedSpan | string,
  spans?: Spans,
): void {
  fromCaller(assertChildOf, () => holdCheck(checkChild(child, parent, spans)));
}
