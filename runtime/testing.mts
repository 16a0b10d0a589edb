export type {
  CollectedSpan,
  CollectOptions,
  OrphanOptions,
  SpanCollector,
  SpanMatchers,
  Spans,
  SpanSource,
  SpanTreeOptions,
  WaitOptions,
} from './testing.js';
export { assertChildOf, assertNoOrphans, collectSpans, spanMatchers, spanTree } from './testing.js';
