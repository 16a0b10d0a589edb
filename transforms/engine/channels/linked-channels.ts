import type { ts } from 'ts-morph';
import { callOf } from '../sites/dispatch-members.js';
import { REASONS, TRACED_AS_IT_IS } from '../sites/reasons.js';
import type { ChannelSearch } from './channel-search.js';
import type { PostFinder } from './posts.js';

/** Channels that are only right together. */
export interface LinkedChannels {
  readonly constructs: readonly ts.NewExpression[];
  /** All that is called on their ends, or set. */
  readonly members: readonly ts.PropertyAccessExpression[];
}

/** Has all ends of channels inject what is posted and extract what comes, or none. */
export function rewriteChannels(
  { list, project }: ChannelSearch,
  posts: PostFinder,
  { constructs, members }: LinkedChannels,
): void {
  const isDeclined = members.some((member) => list.isDeclined(member, 'dispatch'));
  // Of its listeners and what is sent to them none is right without the other.
  if (project.minimal || isDeclined) {
    const code = project.minimal ? 'minimal' : 'declined';
    for (const node of constructs)
      list.add(node, { kind: 'construct', outcome: 'refused', code, reason: REASONS[code]() });
    return;
  }
  const linked = [...new Set([...constructs, ...members].map((node) => node.getSourceFile().fileName))];
  for (const member of members) {
    const call = callOf(member);
    if (call && member.name.text === 'postMessage') posts.inject(call, linked);
    else posts.extract(member, linked);
  }
  const changed = members.map((member) => list.idOf(member, 'dispatch'));
  const [first, ...others] = changed.filter((id) => list.sites.get(id)?.outcome === 'rewritten');
  if (first !== undefined) for (const other of others) list.ties.push([first, other]);
  const reason = TRACED_AS_IT_IS['followed-channel'];
  for (const node of constructs) list.add(node, { kind: 'construct', outcome: 'already-traced', reason });
}
