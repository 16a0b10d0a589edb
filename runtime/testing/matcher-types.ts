import type { CollectedSpan, Spans } from './collected-span.js';
import type { OrphanOptions } from './orphan-options.js';
import type { SpanTreeOptions } from './tree-options.js';

/** What `expect()` has, in Jest and in Vitest, once it is extended by `spanMatchers`. */
export interface SpanMatchers<R> {
  /**
   * Holds that a span, or the only one of a name, is directly below another.
   *
   * @param spans where names are looked for; by default those of the collector that a span is from.
   */
  toBeChildOf(parent: CollectedSpan | string, spans?: Spans): R;
  /** Holds that spans have this tree, in the form of `spanTree()`, indented as the source is. */
  toHaveSpanTree(tree: string, options?: SpanTreeOptions): R;
  /** Holds that each span has its parent among the others. */
  toHaveNoOrphans(options?: OrphanOptions): R;
}
