import { ts } from 'ts-morph';
import type { ConstructFinder } from '../sites/constructs.js';
import type { ChannelSearch } from './channel-search.js';
import type { FunctionUses } from './function-uses.js';
import { PortFlow } from './port-flow.js';
import { useOf } from './port-uses.js';
import type { PortPath, PortUse } from './port-uses.js';
import type { Way } from './taken-ports.js';
import type { WorkerEnds } from './worker-ends.js';

export type OwnUse = PortUse & { readonly kind: 'own' };

/** Where a worker finds a port that it is given. */
export interface PortPlace {
  readonly file: string;
  readonly way: Way;
  readonly path: PortPath;
  /** The construction, or the post, that hands it over. */
  readonly handover: ts.Node;
}

/** An end of a channel: used where the channel is made, or handed to a worker. */
export type PortEnd = { readonly own: readonly OwnUse[] } | { readonly place: PortPlace };

export function areOwn(uses: readonly PortUse[]): uses is readonly OwnUse[] {
  return uses.length > 0 && uses.every(({ kind }) => kind === 'own');
}

/** Tells what becomes of the two ports of a channel where it is made. */
export class PortEnds {
  constructor(
    private readonly search: ChannelSearch,
    private readonly constructs: ConstructFinder,
    private readonly ends: WorkerEnds,
    private readonly uses: FunctionUses,
  ) {}

  /** All that is done with one of the ports; `undefined` where it cannot be followed. */
  usesOf({ parent }: ts.NewExpression, port: string): readonly PortUse[] | undefined {
    if (!ts.isVariableDeclaration(parent)) return undefined;
    const flow = new PortFlow(this.search.project, this.uses);
    flow.addName(parent.name, [port]);
    const nodes = flow.finish();
    return nodes && [...nodes].map(useOf);
  }

  toEnd(uses: readonly PortUse[]): PortEnd | undefined {
    if (areOwn(uses)) return { own: uses };
    const [handed, ...more] = uses.filter(({ kind }) => kind !== 'moved');
    if (!handed || more.length > 0) return undefined;
    if (handed.kind === 'data')
      return this.#toPlace('data', handed.path, handed.construct, [handed.construct]);
    if (handed.kind !== 'message') return undefined;
    const { call, path } = handed;
    const worker = this.search.evaluator.evaluate(
      (call.expression as ts.PropertyAccessExpression).expression,
    );
    return worker.kind === 'instance' && !worker.isPartial
      ? this.#toPlace('message', path, call, worker.constructs)
      : undefined;
  }

  #toPlace(way: Way, path: PortPath, handover: ts.Node, constructs: readonly ts.Node[]): PortEnd | undefined {
    const files = new Set(constructs.map((construct) => this.fileOf(construct)));
    const [file] = files;
    const areMigrated = constructs.every((construct) => this.constructs.isMigrated(construct));
    if (file === undefined || files.size > 1 || !areMigrated) return undefined;
    return { place: { file, way, path, handover } };
  }

  /** The file that a construction starts, if it is always the same of the project's. */
  fileOf(construct: ts.Node): string | undefined {
    const end = this.ends.of(construct);
    return 'paths' in end && end.paths.length === 1 ? end.paths[0] : undefined;
  }
}
