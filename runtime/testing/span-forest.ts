import { parentOf } from './span-ids.js';
import type { CollectedSpan, Spans } from './collected-span.js';

/**
 * What is wrong with a span's place: its parent is not there, and comes from another process or does not, is in another
 * trace, is below the span itself, or the span was there before.
 */
export type Flaw = 'orphan' | 'remote parent' | 'other trace' | 'its own ancestor' | 'again';

/** A span in its place. */
export interface SpanNode {
  readonly span: CollectedSpan;
  readonly children: readonly SpanNode[];
  readonly flaw: Flaw | undefined;
  readonly isOpen: boolean;
}

/** Other parents than spans have, by their ids, to show the tree that a test expects. */
export type Moves = ReadonlyMap<CollectedSpan, string | undefined>;

export const idOf = (span: CollectedSpan): string => span.spanContext().spanId;

/** @throws TypeError for what are no spans. */
export function toSource(spans: Spans): { ended: readonly CollectedSpan[]; open: readonly CollectedSpan[] } {
  const isList = Array.isArray as (value: unknown) => value is readonly CollectedSpan[];
  const [ended, open] = isList(spans) ? [spans, []] : [spans?.spans, spans?.openSpans ?? []];
  if (!isList(ended) || !ended.every((span) => typeof span?.spanContext === 'function'))
    throw new TypeError('spans must be a collector, as made by collectSpans(), or a list of ended spans');
  return { ended, open };
}

/**
 * Builds the traces as trees; every span is in it, whatever its parent.
 *
 * @returns the first spans of traces, and those whose parent is not there.
 */
export function buildForest(spans: Spans, moves?: Moves): readonly SpanNode[] {
  const { ended, open } = toSource(spans);
  const all = [...ended, ...open];
  const isOpen = new Set(open);
  const first = new Map<string, CollectedSpan>();
  for (const span of all) if (!first.has(idOf(span))) first.set(idOf(span), span);

  const parentIdOf = (span: CollectedSpan): string | undefined =>
    moves?.has(span) ? moves.get(span) : parentOf(span)?.spanId;
  const below = new Map<string, CollectedSpan[]>();
  const tops: CollectedSpan[] = [];
  for (const span of all) {
    const parentId = parentIdOf(span);
    if (parentId === undefined || !first.has(parentId)) {
      tops.push(span);
      continue;
    }
    const siblings = below.get(parentId) ?? [];
    siblings.push(span);
    below.set(parentId, siblings);
  }

  const placed = new Set<CollectedSpan>();
  const flawOf = (span: CollectedSpan): Flaw | undefined => {
    if (placed.has(span) || first.get(idOf(span)) !== span) return 'again';
    const parentId = parentIdOf(span);
    if (parentId === undefined) return undefined;
    const parent = first.get(parentId);
    if (!parent) return parentOf(span)?.isRemote ? 'remote parent' : 'orphan';
    return parent.spanContext().traceId === span.spanContext().traceId ? undefined : 'other trace';
  };
  const place = (span: CollectedSpan, flaw = flawOf(span)): SpanNode => {
    placed.add(span);
    const own = flaw === 'again' ? [] : (below.get(idOf(span)) ?? []);
    const children = own.map((child) => place(child));
    return { span, children, flaw, isOpen: isOpen.has(span) };
  };
  const forest = tops.map((span) => place(span));
  for (const span of all) if (!placed.has(span)) forest.push(place(span, 'its own ancestor'));
  return forest;
}

/** All nodes of some trees, each before those below it. */
export function flatten(forest: readonly SpanNode[]): readonly SpanNode[] {
  return forest.flatMap((node) => [node, ...flatten(node.children)]);
}
