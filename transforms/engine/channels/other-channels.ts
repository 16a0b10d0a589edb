import type { ts } from 'ts-morph';
import type { ConstructFinder } from '../sites/constructs.js';
import type { ChannelSearch } from './channel-search.js';
import type { FunctionUses } from './function-uses.js';
import { NamedChannelFinder } from './named-channels.js';
import { PortEnds } from './port-ends.js';
import { PortFeeds } from './port-feeds.js';
import { PortFinder } from './ports.js';
import type { PostFinder } from './posts.js';
import { TakenPorts } from './taken-ports.js';
import { findThreadFiles } from './thread-files.js';
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
  if (namedChannels.length === 0) return;
  const starts = [...constructs.migrated].flatMap((node) => {
    const end = ends.of(node);
    return [node.getSourceFile().fileName, ...('paths' in end ? end.paths : [])];
  });
  const { files } = findThreadFiles(search.project, starts);
  new NamedChannelFinder(search, uses, posts, farPorts).find(files, findForeignThread(known));
}

/** A thread that may have an end of any channel by its name, and cannot be seen into. */
function findForeignThread({ search, constructs, ends }: KnownWorkers): string | undefined {
  if (!constructs.areAllMigrated) return 'a thread that is not traced may have another end of it';
  const isText = [...constructs.migrated].some((node) => {
    const end = ends.of(node);
    return 'text' in end && search.channel.namedChannels.some((name) => end.text.includes(name));
  });
  return isText ? 'the text of a worker has another end of it' : undefined;
}
