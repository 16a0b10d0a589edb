import type { ts } from 'ts-morph';
import { REASONS } from '../sites/reasons.js';
import { ChannelClasses } from './channel-classes.js';
import type { ChannelSearch } from './channel-search.js';
import type { FunctionUses } from './function-uses.js';
import { listenerOf } from './injected-calls.js';
import { rewriteChannels } from './linked-channels.js';
import { areOwn } from './port-ends.js';
import { PortFlow } from './port-flow.js';
import { useOf } from './port-uses.js';
import type { PortUse } from './port-uses.js';
import type { PostFinder } from './posts.js';
import { textOf } from './worker-ends.js';

/** What a project does with the class of such channels. */
interface NamedChannels {
  /** The ends, by name. */
  readonly byName: ReadonlyMap<string, readonly ts.NewExpression[]>;
  /** Those that may be an end of any. */
  readonly computed: readonly ts.NewExpression[];
  /** Where others may construct an end of any, if they may. */
  readonly given: ts.Node | undefined;
}

/** Follows channels between all who name them alike, where all of them can be seen. */
export class NamedChannelFinder {
  readonly #classes: ChannelClasses;

  /** @param farPorts what ends of channels are called; told of those that are found */
  constructor(
    private readonly search: ChannelSearch,
    private readonly uses: FunctionUses,
    private readonly posts: PostFinder,
    private readonly farPorts: Set<ts.Node>,
  ) {
    this.#classes = new ChannelClasses(search);
  }

  /**
   * @param ownFiles those that threads of traced workers run, and that start them: what is global there is Node.js's
   * @param obstacle what else may be an end, if anything may
   */
  find(ownFiles: ReadonlySet<string>, obstacle: string | undefined): void {
    const { byName, computed, given } = this.#gather();
    for (const [name, constructs] of byName) {
      const ours = constructs.filter((node) => this.#isOurs(node, ownFiles));
      const foreign = constructs.find((node) => !ours.includes(node));
      const members = constructs.map((node) => this.#membersOf(node));
      const all = members.flatMap((some) => some ?? []);
      const lost = constructs.find((_, index) => members[index] === undefined);
      const place = given ?? computed[0] ?? foreign ?? lost;
      const problem = place
        ? `another end of "${name}" is not known: ${this.search.list.placeOf(place)}`
        : obstacle;
      if (problem === undefined && isHeard(all)) this.#rewrite(constructs, all);
      else
        for (const node of ours)
          this.#refuse(node, problem ?? `nobody is known who posts to "${name}", or listens`);
    }
    for (const node of computed) if (this.#isOurs(node, ownFiles)) this.#refuse(node, 'its name is computed');
  }

  #refuse(node: ts.Node, problem: string): void {
    const reason = REASONS['unknown-end'](problem);
    this.search.list.add(node, { kind: 'construct', outcome: 'refused', code: 'unknown-end', reason });
  }

  #rewrite(constructs: readonly ts.NewExpression[], members: readonly ts.PropertyAccessExpression[]): void {
    for (const { expression } of members) this.farPorts.add(expression);
    rewriteChannels(this.search, this.posts, { constructs, members });
  }

  #gather(): NamedChannels {
    const { constructs, given } = this.#classes.find();
    const byName = new Map<string, ts.NewExpression[]>();
    const computed: ts.NewExpression[] = [];
    for (const construct of constructs) {
      const [first] = construct.arguments ?? [];
      const name = first && textOf(first, this.search.project.checker);
      if (name === undefined) computed.push(construct);
      else byName.set(name, [...(byName.get(name) ?? []), construct]);
    }
    return { byName, computed, given };
  }

  #isOurs({ expression }: ts.NewExpression, ownFiles: ReadonlySet<string>): boolean {
    return this.#classes.isExport(expression) || ownFiles.has(expression.getSourceFile().fileName);
  }

  /** All that is done with an end; `undefined` where it goes where it cannot be followed. */
  #membersOf(construct: ts.NewExpression): ts.PropertyAccessExpression[] | undefined {
    const flow = new PortFlow(this.search.project, this.uses);
    flow.addValue(construct, []);
    const uses: readonly PortUse[] = [...(flow.finish() ?? [])].map(useOf);
    if (!areOwn(uses) || uses.some(({ isGivenOn }) => isGivenOn)) return undefined;
    return uses.map(({ member }) => member);
  }
}

/** Whether somebody posts, and somebody listens. */
function isHeard(members: readonly ts.PropertyAccessExpression[]): boolean {
  const isPost = ({ name }: ts.PropertyAccessExpression): boolean => name.text === 'postMessage';
  return members.some(isPost) && members.some((member) => listenerOf(member) !== undefined);
}
