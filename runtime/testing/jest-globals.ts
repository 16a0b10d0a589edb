// Extends the `expect` of '@jest/globals', which is that of the globals as well.
import { expect } from '@jest/globals';
import { spanMatchers } from './span-matchers.js';
import type { SpanMatchers } from './matcher-types.js';

declare module 'expect' {
  interface Matchers<R> extends SpanMatchers<R> {}
}

expect.extend(spanMatchers);
