// Extends Vitest's `expect`: `setupFiles: ['traced-pool/testing/vitest']`.
import { expect } from 'vitest';
import { spanMatchers } from '../testing.js';
import type { SpanMatchers } from '../testing.js';

declare global {
  // What Vitest makes its assertions of, in every version; its own types have other parameters from one to the next.
  namespace Chai {
    interface Assertion extends SpanMatchers<void> {}
  }
}

expect.extend(spanMatchers);
