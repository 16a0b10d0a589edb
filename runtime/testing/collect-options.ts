import type { CollectedSpan } from './collected-span.js';

/** What is collected; everything is optional. */
export interface CollectOptions {
  /**
   * Whether a span is of interest: those of some instrumentation may not be. Asked when a span starts, and again when it
   * ends, with the attributes that it has by then.
   * @default every span is
   */
  readonly filter?: (span: CollectedSpan) => boolean;
}

/** How long one waits. */
export interface WaitOptions {
  /**
   * Milliseconds; what `jest.useFakeTimers()` does to time has no effect.
   * @default 4000, so that it is over before Jest's and Vitest's own limit of five seconds
   */
  readonly timeoutMillis?: number;
}
