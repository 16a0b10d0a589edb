import { ts } from 'ts-morph';
import type { ConstructFinder } from '../sites/constructs.js';
import { callOf } from '../sites/dispatch-members.js';
import { REASONS, TRACED_AS_IT_IS } from '../sites/reasons.js';
import type { ChannelSearch } from './channel-search.js';
import { identifiersOf, propertiesOf, useOf } from './port-uses.js';
import type { PortUse } from './port-uses.js';
import type { PostFinder } from './posts.js';
import type { WorkerEnds } from './worker-ends.js';

type Own = PortUse & { readonly kind: 'own' };

/** The two ends of a channel, each by all that is done with it. */
interface ChannelEnds {
  readonly near: readonly Own[];
  readonly far: readonly Own[];
}

function areOwn(uses: readonly PortUse[]): uses is readonly Own[] {
  return uses.every(({ kind }) => kind === 'own');
}

/** `const { port1, port2 } = new MessageChannel()`: the names of both. */
function portNames(construct: ts.NewExpression): readonly ts.Identifier[] {
  const { parent } = construct;
  if (!ts.isVariableDeclaration(parent) || !ts.isObjectBindingPattern(parent.name)) return [];
  return parent.name.elements.flatMap(({ name }) => (ts.isIdentifier(name) ? [name] : []));
}

/** Follows channels of two ports, where all that is done with both can be seen. */
export class PortFinder {
  /** @param farPorts what workers call their ends of such channels; told of those that are found */
  constructor(
    private readonly search: ChannelSearch,
    private readonly constructs: ConstructFinder,
    private readonly ends: WorkerEnds,
    private readonly posts: PostFinder,
    private readonly farPorts: Set<ts.Node>,
  ) {}

  /** @param starters the constructions by the file that they start. */
  find(starters: ReadonlyMap<string, readonly ts.Node[]>): void {
    const { channel, evaluator, syntax } = this.search;
    for (const node of [...syntax.values()].flatMap(({ constructs }) => constructs)) {
      const value = evaluator.evaluate(node.expression);
      if (value.kind === 'export' && channel.otherChannels.includes(value.name))
        this.#decide(node, value.name, starters);
    }
  }

  #decide(node: ts.NewExpression, name: string, starters: ReadonlyMap<string, readonly ts.Node[]>): void {
    const { list, project } = this.search;
    const uses = portNames(node).map((port) => identifiersOf(project, port).map(useOf));
    if (this.#isOfOneRequest(node, uses)) {
      const reason = TRACED_AS_IT_IS['own-channel'];
      list.add(node, { kind: 'construct', outcome: 'already-traced', reason });
      return;
    }
    const ends = this.#follow(uses, starters);
    if (ends) this.#rewrite(node, ends);
    else {
      const reason = REASONS['unknown-end'](`the ends of a ${name} go where they are given`);
      list.add(node, { kind: 'construct', outcome: 'refused', code: 'unknown-end', reason });
    }
  }

  /** A channel that is made for one answer: listeners run in the context that it was made in. */
  #isOfOneRequest(node: ts.NewExpression, uses: readonly (readonly PortUse[])[]): boolean {
    const isListening = (all: readonly PortUse[]): boolean =>
      all.length > 0 && areOwn(all) && all.every(({ member }) => member.name.text !== 'postMessage');
    const isSent = (all: readonly PortUse[]): boolean =>
      all.length > 0 && all.every(({ kind }) => kind === 'sent');
    const isWithin = ts.findAncestor(node, ts.isFunctionLike) !== undefined;
    return isWithin && uses.length === 2 && uses.some(isListening) && uses.some(isSent);
  }

  /** One port stays, the other is in the data of a worker, whose file does with it what can be seen. */
  #follow(
    uses: readonly (readonly PortUse[])[],
    starters: ReadonlyMap<string, readonly ts.Node[]>,
  ): ChannelEnds | undefined {
    const near = uses.find((all) => all.length > 0 && areOwn(all));
    const handed = uses.find((all) => all !== near) ?? [];
    const [data, ...more] = handed.flatMap((use) => (use.kind === 'data' ? [use] : []));
    const isOther = handed.some(({ kind }) => kind === 'own' || kind === 'other');
    if (!near || !areOwn(near) || uses.length !== 2 || !data || more.length > 0 || isOther) return undefined;
    const end = this.ends.of(data.construct);
    if (!('path' in end) || !this.constructs.isMigrated(data.construct)) return undefined;
    const others = (starters.get(end.path) ?? []).filter((one) => one !== data.construct);
    const far = others.length === 0 ? this.#usesInWorker(end.path, data.key) : undefined;
    return far && ![...near, ...far].some(({ isGivenOn }) => isGivenOn) ? { near, far } : undefined;
  }

  /** What a worker does with a property of its data, if nothing else does anything with that. */
  #usesInWorker(path: string, key: string): readonly Own[] | undefined {
    let found: readonly ts.Node[] | undefined;
    for (const other of this.search.project.files.keys()) {
      const properties = this.#dataIn(other);
      if (other === path) found = properties?.get(key);
      // A module that the worker imports may have it as well.
      else if (!properties || properties.has(key)) return undefined;
    }
    const uses = found?.map(useOf) ?? [];
    return uses.length > 0 && areOwn(uses) ? uses : undefined;
  }

  /** What a file reads of the data of the worker that it is in; `undefined` where that cannot be told. */
  #dataIn(path: string): ReadonlyMap<string, readonly ts.Node[]> | undefined {
    const { project } = this.search;
    const file = project.sourceFile(path);
    const names = file?.statements.flatMap((statement) => this.#dataNames(statement)) ?? [];
    const all = names.flatMap((name) => identifiersOf(project, name));
    // By way of the whole module: `threads.workerData`.
    if (/\.\s*workerData\b/.test(file?.text ?? '')) return undefined;
    return propertiesOf(project, all);
  }

  /** The names by which a statement imports a worker's data. */
  #dataNames(statement: ts.Statement): ts.Identifier[] {
    const found: ts.Identifier[] = [];
    const isData = (name: ts.Identifier): boolean => {
      const value = this.search.evaluator.evaluate(name);
      return value.kind === 'export' && value.name === 'workerData';
    };
    const visit = (node: ts.Node): void => {
      const isName = (ts.isImportSpecifier(node) || ts.isBindingElement(node)) && ts.isIdentifier(node.name);
      if (isName && isData(node.name as ts.Identifier)) found.push(node.name as ts.Identifier);
      ts.forEachChild(node, visit);
    };
    if (ts.isImportDeclaration(statement) || ts.isVariableStatement(statement)) visit(statement);
    return found;
  }

  #rewrite(node: ts.NewExpression, { near, far }: ChannelEnds): void {
    const { list, project } = this.search;
    const members = [...near, ...far].map(({ member }) => member);
    const isDeclined = members.some((member) => list.isDeclined(member, 'dispatch'));
    // Of its listeners and what is sent to them none is right without the other.
    if (project.minimal || isDeclined) {
      const code = project.minimal ? 'minimal' : 'declined';
      list.add(node, { kind: 'construct', outcome: 'refused', code, reason: REASONS[code]() });
      return;
    }
    const paths = members.map((member) => member.getSourceFile().fileName);
    const linked = [...new Set([node.getSourceFile().fileName, ...paths])];
    for (const { member } of far) this.farPorts.add(member.expression);
    for (const member of members) {
      const call = callOf(member);
      if (call && member.name.text === 'postMessage') this.posts.inject(call, linked);
      else this.posts.extract(member, linked);
    }
    const changed = members.map((member) => list.idOf(member, 'dispatch'));
    const [first, ...others] = changed.filter((id) => list.sites.get(id)?.outcome === 'rewritten');
    if (first !== undefined) for (const other of others) list.ties.push([first, other]);
    const reason = TRACED_AS_IT_IS['followed-channel'];
    list.add(node, { kind: 'construct', outcome: 'already-traced', reason });
  }
}
