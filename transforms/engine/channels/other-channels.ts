import type { ts } from 'ts-morph';
import type { ConstructFinder } from '../sites/constructs.js';
import { REASONS } from '../sites/reasons.js';
import type { ChannelSearch } from './channel-search.js';
import type { FunctionUses } from './function-uses.js';
import { PortEnds } from './port-ends.js';
import { PortFeeds } from './port-feeds.js';
import { PortFinder } from './ports.js';
import type { PostFinder } from './posts.js';
import { TakenPorts } from './taken-ports.js';
import type { WorkerEnds } from './worker-ends.js';

/** What is known of a project once its workers are. */
export interface KnownWorkers {
  readonly search: ChannelSearch;
  readonly constructs: ConstructFinder;
  readonly ends: WorkerEnds;
  readonly uses: FunctionUses;
  readonly posts: PostFinder;
  /** The constructions by the file that they start. */
  readonly starters: ReadonlyMap<string, readonly ts.Node[]>;
  /** What workers call their ends of channels; told of those that are found. */
  readonly farPorts: Set<ts.Node>;
}

function constructsOf(
  { syntax, evaluator }: ChannelSearch,
  exports: readonly string[],
): Map<ts.NewExpression, string> {
  const found = new Map<ts.NewExpression, string>();
  for (const node of [...syntax.values()].flatMap(({ constructs }) => constructs)) {
    const value = evaluator.evaluate(node.expression);
    if (value.kind === 'export' && exports.includes(value.name)) found.set(node, value.name);
  }
  return found;
}

/** Finds the channels that are not those of a worker itself. */
export function findOtherChannels(known: KnownWorkers): void {
  const { search, constructs, ends, uses, posts, starters, farPorts } = known;
  const { portChannels, namedChannels } = search.channel;
  const portEnds = new PortEnds(search, constructs, ends, uses);
  const feeds = new PortFeeds(search, portEnds, starters);
  const ports = new PortFinder(search, portEnds, feeds, new TakenPorts(search, uses), posts, farPorts);
  ports.find(constructsOf(search, portChannels));
  for (const [node, name] of constructsOf(search, namedChannels)) {
    const reason = REASONS['unknown-end'](`the ends of a ${name} go where they are given`);
    search.list.add(node, { kind: 'construct', outcome: 'refused', code: 'unknown-end', reason });
  }
}
