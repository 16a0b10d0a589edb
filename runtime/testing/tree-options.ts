import type { CollectedSpan } from './collected-span.js';

/** What of a span its line in the tree tells; everything is optional. */
export interface SpanTreeOptions {
  /**
   * The attributes that are shown: those of these names, in this order; all of them, by name; or none.
   * @default false
   */
  readonly attributes?: readonly string[] | boolean;
  /**
   * Whether an error status is shown, with its message.
   * @default true
   */
  readonly status?: boolean;
  /**
   * How siblings are ordered, and traces: by their start, and where two start at once by their text; or by their text
   * alone, for spans of workers that run at once, which start in whatever order.
   * @default 'start'
   */
  readonly order?: 'start' | 'text';
  /**
   * Makes the line of a span, in place of its name, attributes and status.
   */
  readonly describe?: (span: CollectedSpan) => string;
}
