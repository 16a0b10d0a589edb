// Extends Vitest's `expect`: `setupFiles: ['traced-pool/testing/vitest']`.
import { expect } from 'vitest';
import { spanMatchers } from '../testing.js';
import type { SpanMatchers } from '../testing.js';

declare module 'vitest' {
  interface Assertion<T> extends SpanMatchers<void> {}
}

expect.extend(spanMatchers);
