import { fromCaller } from './from-caller.js';
import { checkChild, checkOrphans, checkTree, formatCheck } from './tree-check.js';
import type { CollectedSpan, Spans } from './collected-span.js';
import type { SpanMatchers } from './matcher-types.js';
import type { OrphanOptions } from './orphan-options.js';
import type { TreeCheck } from './tree-check.js';
import type { SpanTreeOptions } from './tree-options.js';

/** What of their matchers' `this` Jest and Vitest have in common. */
interface MatcherTools {
  readonly isNot?: boolean;
  readonly utils: {
    matcherHint(name: string, received?: string, expected?: string, options?: { isNot?: boolean }): string;
    diff(expected: unknown, received: unknown): string | null | undefined;
  };
}

/** What a matcher gives back. */
interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

type Matcher = keyof SpanMatchers<unknown>;

function toResult(
  name: Matcher,
  { isNot = false, utils }: MatcherTools,
  find: () => TreeCheck,
): MatcherResult {
  const check = fromCaller(spanMatchers[name], find);
  return {
    pass: check.pass,
    message: () => {
      const hint = utils.matcherHint(name, 'spans', name === 'toHaveNoOrphans' ? '' : 'expected', { isNot });
      const difference = check.pass ? '' : (utils.diff(check.expected, check.actual) ?? '');
      return [hint, formatCheck(check), difference].filter(Boolean).join('\n\n');
    },
  };
}

/** Matchers for Jest and Vitest, as `expect.extend()` takes them; {@link SpanMatchers} tells what each does. */
export const spanMatchers = {
  toBeChildOf(
    this: MatcherTools,
    child: CollectedSpan | string,
    parent: CollectedSpan | string,
    spans?: Spans,
  ): MatcherResult {
    return toResult('toBeChildOf', this, () => checkChild(child, parent, spans));
  },

  toHaveSpanTree(this: MatcherTools, spans: Spans, tree: string, options?: SpanTreeOptions): MatcherResult {
    return toResult('toHaveSpanTree', this, () => checkTree(spans, tree, options));
  },

  toHaveNoOrphans(this: MatcherTools, spans: Spans, options?: OrphanOptions): MatcherResult {
    return toResult('toHaveNoOrphans', this, () => checkOrphans(spans, options));
  },
} satisfies Record<Matcher, unknown>;
