// Extends Jest's global `expect`: `setupFilesAfterEnv: ['traced-pool/testing/jest']`.
import { spanMatchers } from './span-matchers.js';
import type { SpanMatchers } from './matcher-types.js';

declare global {
  // The name and the parameter are those of @types/jest.
  namespace jest {
    interface Matchers<R> extends SpanMatchers<R> {}
  }
}

const { expect } = globalThis as { expect?: { extend?(matchers: object): void } };
if (!expect?.extend)
  throw new Error(
    'traced-pool/testing/jest is for `setupFilesAfterEnv` of Jest, where `expect` is global; without globals import ' +
      'traced-pool/testing/jest-globals',
  );
expect.extend(spanMatchers);
