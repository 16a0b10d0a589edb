import { ts } from 'ts-morph';
import type { Family, FamilyFindings } from '../family.js';
import { Evaluator } from '../proof/evaluator.js';
import type { Project } from '../project.js';
import { applyReferences } from '../sites/apply-references.js';
import { ConstructFinder } from '../sites/constructs.js';
import type { Obstacle } from '../sites/obstacle.js';
import { findPoolSyntax } from '../sites/pool-syntax.js';
import { SiteList } from '../sites/site-list.js';
import { TypeRenames } from '../sites/type-renames.js';
import { BacklogFinder } from './backlogs.js';
import { toPoolDefinition } from './channel-family.js';
import type { ChannelFamilyDescription } from './channel-family.js';
import type { ChannelSearch } from './channel-search.js';
import { FunctionUses } from './function-uses.js';
import { HandIns } from './hand-ins.js';
import type { ListenersOf } from './hand-ins.js';
import { isOwnEnd } from './own-ends.js';
import { findDeferredStart } from './deferred-starts.js';
import { findOtherChannels } from './other-channels.js';
import { PostFinder } from './posts.js';
import { ReplyFinder } from './replies.js';
import { UnopenedMessages } from './unopened-messages.js';
import { WorkerEnds } from './worker-ends.js';

function createListenersOf(search: ChannelSearch, farPorts: ReadonlySet<ts.Node>): ListenersOf {
  return (emitter, at) => {
    if (isOwnEnd(search, emitter) || farPorts.has(emitter)) return 'root';
    const value = search.evaluator.evaluate(emitter);
    const [construct, ...more] = value.kind === 'instance' ? value.constructs : [];
    if (!construct || more.length > 0) return undefined;
    // A worker tells of itself in the context that it was made in.
    const owner = ts.findAncestor(at, ts.isFunctionLike);
    return owner && ts.findAncestor(construct, ts.isFunctionLike) === owner ? 'kept' : undefined;
  };
}

/** Which constructions start which files, of all that were found. */
function findStarters(constructs: ReadonlySet<ts.Node>, ends: WorkerEnds): Map<string, ts.Node[]> {
  const starters = new Map<string, ts.Node[]>();
  for (const construct of constructs) {
    const end = ends.of(construct);
    for (const path of 'paths' in end ? end.paths : [])
      starters.set(path, [...(starters.get(path) ?? []), construct]);
  }
  return starters;
}

/** Makes the family of a way to start workers by hand: constructions first, then what they are sent, then the replies. */
export function createChannelFamily(description: ChannelFamilyDescription): Family {
  const { channel } = description;
  const definition = toPoolDefinition(channel);
  return {
    ...description,
    find(project: Project): FamilyFindings {
      const list = new SiteList(project, definition.name);
      const evaluator = new Evaluator(project, definition);
      const uses = new FunctionUses(project);
      const ends = new WorkerEnds(project, evaluator.assignments, uses);
      const findObstacle = (construct: ts.Node): Obstacle | undefined => {
        const end = ends.of(construct);
        if ('unknown' in end) return { code: 'unknown-end', detail: end.unknown };
        const deferral = findDeferredStart(search, handIns, construct, end);
        return deferral === undefined ? undefined : { code: 'deferred-start', detail: deferral };
      };
      const syntax = findPoolSyntax(definition, project);
      const search: ChannelSearch = { definition, channel, project, evaluator, list, syntax, findObstacle };
      const farPorts = new Set<ts.Node>();
      const handIns = new HandIns(
        project,
        evaluator.assignments,
        list,
        createListenersOf(search, farPorts),
        (node) => evaluator.evaluate(node).kind === 'instance',
        uses,
      );
      const constructs = new ConstructFinder(search, new TypeRenames(search));
      constructs.find();
      const found = new Set([...constructs.migrated, ...constructs.refused]);
      const unopened = new UnopenedMessages(project);
      const posts = new PostFinder(search, constructs, ends, handIns, unopened, uses);
      const starters = findStarters(found, ends);
      // What they find out of listeners, the others go by.
      findOtherChannels({ search, constructs, ends, uses, posts, starters, farPorts });
      posts.find();
      new BacklogFinder(search, handIns, uses, posts).find();
      new ReplyFinder(search, constructs, posts, unopened).find(found, starters);
      const dependents = applyReferences(search, [...constructs.references, ...posts.references]);
      return {
        sites: [...list.sites.values()],
        edits: list.edits,
        links: list.links,
        proofs: list.proofs,
        ties: list.ties,
        dependents: [...dependents, ...constructs.migratedFiles],
      };
    },
  };
}
