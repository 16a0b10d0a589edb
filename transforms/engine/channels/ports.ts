import { ts } from 'ts-morph';
import { REASONS, TRACED_AS_IT_IS } from '../sites/reasons.js';
import type { ChannelSearch } from './channel-search.js';
import { rewriteChannels } from './linked-channels.js';
import { areOwn } from './port-ends.js';
import type { OwnUse, PortEnd, PortEnds, PortPlace } from './port-ends.js';
import type { PortFeeds } from './port-feeds.js';
import { useOf } from './port-uses.js';
import type { PortUse } from './port-uses.js';
import type { PostFinder } from './posts.js';
import type { TakenPorts } from './taken-ports.js';

/** A channel of which all that is done with both its ends can be seen. */
interface FollowedChannel {
  readonly node: ts.NewExpression;
  readonly ends: readonly PortEnd[];
  readonly uses: readonly OwnUse[];
  /** Those of them that are in workers which were handed their end. */
  readonly far: readonly OwnUse[];
}

function placesOf({ ends }: FollowedChannel): PortPlace[] {
  return ends.flatMap((end) => ('place' in end ? [end.place] : []));
}

function keyOf({ file, way, path }: PortPlace): string {
  return JSON.stringify([file, way, path]);
}

/** Follows channels of two ports, where all that is done with both can be seen. */
export class PortFinder {
  /** @param farPorts what workers call their ends of such channels; told of those that are found */
  constructor(
    private readonly search: ChannelSearch,
    private readonly portEnds: PortEnds,
    private readonly feeds: PortFeeds,
    private readonly taken: TakenPorts,
    private readonly posts: PostFinder,
    private readonly farPorts: Set<ts.Node>,
  ) {}

  /** @param constructs the channels of two ports, by what the library calls them. */
  find(constructs: ReadonlyMap<ts.NewExpression, string>): void {
    const { list } = this.search;
    const followed: FollowedChannel[] = [];
    for (const node of constructs.keys()) {
      const uses = ['port1', 'port2'].map((port) => this.portEnds.usesOf(node, port));
      if (this.#isOfOneRequest(node, uses)) {
        const reason = TRACED_AS_IT_IS['own-channel'];
        list.add(node, { kind: 'construct', outcome: 'already-traced', reason });
        continue;
      }
      const channel = this.#follow(node, uses);
      if (channel) followed.push(channel);
    }
    const proven = this.#withoutHalves(followed);
    for (const [node, name] of constructs) {
      if (proven.some((channel) => channel.node === node)) continue;
      const reason = REASONS['unknown-end'](`the ends of a ${name} go where they are given`);
      list.add(node, { kind: 'construct', outcome: 'refused', code: 'unknown-end', reason });
    }
    for (const group of this.#toGroups(proven)) this.#rewrite(group);
  }

  /** A channel that is made for one answer: listeners run in the context that it was made in. */
  #isOfOneRequest(node: ts.NewExpression, uses: readonly (readonly PortUse[] | undefined)[]): boolean {
    const isListening = (all: readonly PortUse[]): boolean =>
      areOwn(all) && all.every(({ member }) => member.name.text !== 'postMessage');
    const isSent = (all: readonly PortUse[]): boolean =>
      all.length > 0 && all.every(({ kind }) => kind === 'message' || kind === 'moved');
    const isWithin = ts.findAncestor(node, ts.isFunctionLike) !== undefined;
    return isWithin && uses.some((all) => all && isListening(all)) && uses.some((all) => all && isSent(all));
  }

  #follow(
    node: ts.NewExpression,
    uses: readonly (readonly PortUse[] | undefined)[],
  ): FollowedChannel | undefined {
    const ends = uses.map((all) => all && this.portEnds.toEnd(all));
    const near: OwnUse[] = [];
    const far: OwnUse[] = [];
    for (const end of ends) {
      const own = end && ('own' in end ? end.own : this.#usesIn(end.place));
      if (!own || own.some(({ isGivenOn }) => isGivenOn)) return undefined;
      ('own' in end ? near : far).push(...own);
    }
    // Of two that stay nothing is sent to anybody.
    if (far.length === 0) return undefined;
    return { node, ends: ends as PortEnd[], uses: [...near, ...far], far };
  }

  /** What a worker does with a port, if nothing else does anything with it. */
  #usesIn({ file, way, path }: PortPlace): readonly OwnUse[] | undefined {
    const nodes = this.taken.find(file, way, path);
    const uses = [...(nodes ?? [])].map(useOf);
    return areOwn(uses) ? uses : undefined;
  }

  /** A worker may be given other ports in the same place: all of them are followed, or none. */
  #withoutHalves(channels: readonly FollowedChannel[]): readonly FollowedChannel[] {
    const known = new Set(channels.flatMap(placesOf).map(({ handover }) => handover));
    const isWhole = (channel: FollowedChannel): boolean =>
      placesOf(channel).every((place) => this.feeds.of(place).every((feed) => known.has(feed)));
    const whole = channels.filter(isWhole);
    return whole.length === channels.length ? whole : this.#withoutHalves(whole);
  }

  /** Those together that go to the same place. */
  #toGroups(channels: readonly FollowedChannel[]): FollowedChannel[][] {
    let groups: FollowedChannel[][] = [];
    for (const channel of channels) {
      const keys = new Set(placesOf(channel).map(keyOf));
      const isTied = (group: FollowedChannel[]): boolean =>
        group.flatMap(placesOf).some((place) => keys.has(keyOf(place)));
      groups = [...groups.filter((group) => !isTied(group)), [...groups.filter(isTied).flat(), channel]];
    }
    return groups;
  }

  #rewrite(group: readonly FollowedChannel[]): void {
    for (const { member } of group.flatMap(({ far }) => far)) this.farPorts.add(member.expression);
    const members = [...new Set(group.flatMap(({ uses }) => uses.map(({ member }) => member)))];
    rewriteChannels(this.search, this.posts, { constructs: group.map(({ node }) => node), members });
  }
}
