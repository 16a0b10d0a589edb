import { ROOT_CONTEXT } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';

/** The one context of items that are worked on together; the root where they differ, or where one is not known. */
export function commonContext(contexts: readonly (Context | undefined)[]): Context {
  const [first = ROOT_CONTEXT] = contexts;
  return contexts.every((context) => context === first) ? first : ROOT_CONTEXT;
}
