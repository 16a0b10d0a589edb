import { ts } from 'ts-morph';
import type { ClassReference } from './class-references.js';
import { findConflicts, suspectConstruct, unwrapParentheses } from './construct-names.js';
import { ConstructObstacles } from './construct-obstacles.js';
import type { ConstructDetails } from './construct-obstacles.js';
import { ConstructPlans } from './construct-plans.js';
import { ConstructProofs } from './construct-proofs.js';
import { FactoryCalls } from './factory-calls.js';
import { findGivenAway } from './given-classes.js';
import { findParts } from './pool-parts.js';
import type { PoolSearch } from './pool-search.js';
import { REASONS } from './reasons.js';
import type { RefusalCode } from './reasons.js';
import type { TypeRenames } from './type-renames.js';
import type { Value } from '../proof/values.js';
import { executorNameFor } from '../proof/library.js';

/** Finds where pools are built, and decides which of these places are rewritten. */
export class ConstructFinder {
  /** The names to be replaced by the executor's. */
  readonly references: ClassReference[] = [];
  /** The files that build executors by now; a run that was broken off may have left them without their dependency. */
  readonly migratedFiles = new Set<string>();
  readonly #executors = new Map<ts.Node, string>();
  readonly #refused = new Set<ts.Node>();
  readonly #obstacles: ConstructObstacles;
  readonly #plans: ConstructPlans;
  readonly #factories: FactoryCalls;
  /** The names that constructions name their class by. */
  readonly #named = new Map<ts.Expression, ts.Expression>();

  constructor(
    private readonly search: PoolSearch,
    private readonly types: TypeRenames,
  ) {
    this.#obstacles = new ConstructObstacles(search);
    this.#plans = new ConstructPlans(search.list);
    this.#factories = new FactoryCalls(search.evaluator);
  }

  /** Whether the project has pools, and none of them was refused. */
  get areAllMigrated(): boolean {
    return this.search.project.isComplete && this.#executors.size > 0 && this.#refused.size === 0;
  }

  /** The pools that are executors, before or after the edits. */
  get migrated(): Iterable<ts.Node> {
    return this.#executors.keys();
  }

  /** What stays as it is, or may be what builds pools. */
  get refused(): Iterable<ts.Node> {
    return this.#refused;
  }

  /** Whether a pool is an executor, before or after the edits. */
  isMigrated(construct: ts.Node): boolean {
    return this.#executors.has(construct);
  }

  /** The export of the executors' module that a pool is built by, before or after the edits. */
  executorOf(construct: ts.Node): string | undefined {
    return this.#executors.get(construct);
  }

  find(): void {
    this.#obstacles.findCarried();
    for (const [path, { constructs, calls, heritages, given, mocks }] of this.search.syntax) {
      const isMocked = mocks.length > 0;
      for (const mock of mocks) this.#refuse(mock, 'mock', 'mocked-module');
      for (const node of constructs) this.#findConstruct(node, isMocked);
      for (const node of calls) this.#findFactoryCall(node, isMocked);
      for (const node of heritages) this.#findHeritage(node, isMocked, path);
      for (const node of isMocked ? [] : given) {
        const away = findGivenAway(this.search.evaluator, node);
        if (away) this.#refuse(away, 'construct', 'escapes-to-unknown');
      }
    }
    this.#settle();
    const proofs = new ConstructProofs(this.search);
    for (const [construct, name] of this.#named) proofs.add(construct, name);
  }

  #findConstruct(node: ts.NewExpression, isMocked: boolean): void {
    const { evaluator } = this.search;
    const value = evaluator.evaluate(node.expression);
    this.#named.set(node, node.expression);
    const isOurs = evaluator.isClass(value) || evaluator.isPart(value);
    if (isOurs && value.kind === 'executor') this.#leave(node, value);
    else if (isOurs) this.#plan(node, node.expression, { isMocked });
    else if (value.kind !== 'class') {
      const reason = suspectConstruct(this.search, node, value);
      if (reason !== undefined) this.#refuse(node, 'construct', 'unproven-class', reason);
    }
  }

  #findFactoryCall(node: ts.CallExpression, isMocked: boolean): void {
    const found = this.#factories.find(node);
    if (!found) return;
    this.#named.set(node, node.expression);
    if ('unknown' in found) this.#refuse(node, 'construct', 'unproven-class', found.unknown);
    else if (found.executor) this.#leave(node, found.executor);
    else this.#plan(node, found.name, { isMocked, call: node });
  }

  #findHeritage(node: ts.Expression, isMocked: boolean, path: string): void {
    const { evaluator, definition } = this.search;
    const declaration = ts.findAncestor(node, ts.isClassLike);
    const value = evaluator.evaluate(node);
    if (!declaration || node.getSourceFile().fileName !== path || !evaluator.isClass(value)) return;
    this.#named.set(node, node);
    const conflicts = findConflicts(declaration, definition.executorMembers);
    if (value.kind === 'executor') this.#leave(node, value);
    else this.#plan(node, node, { isMocked, ...(conflicts && { conflicts }) });
  }

  /** A pool that is an executor by now, or what one is made of. */
  #leave(construct: ts.Node, value: Value & { readonly kind: 'executor' }): void {
    this.search.list.add(construct, { kind: 'construct', outcome: 'already-traced' });
    this.migratedFiles.add(construct.getSourceFile().fileName);
    if (!this.search.evaluator.isPart(value)) this.#executors.set(construct, value.name);
  }

  #plan(
    construct: ts.Node,
    name: ts.Expression,
    details: ConstructDetails & { call?: ts.CallExpression },
  ): void {
    const { evaluator, definition } = this.search;
    const value = evaluator.evaluate(name);
    const executor = executorNameFor(definition, value.kind === 'export' ? value.name : 'default');
    const { call } = details;
    const target = { node: unwrapParentheses(name), isType: false, executor, site: '' };
    const reference = call && !definition.isExecutorCalled ? { ...target, call } : target;
    const isPart = evaluator.isPart(value);
    const { parts, unknown } = isPart ? { parts: [] } : findParts(this.search, construct);
    const known = { ...details, ...(unknown !== undefined && { unknown }) };
    const obstacle = this.#obstacles.find(construct, reference, known);
    this.#plans.add({ construct, reference, parts, isPart, obstacle });
  }

  #settle(): void {
    for (const { construct, reference, parts, isPart, obstacle } of this.#plans.settle()) {
      if (obstacle) this.#refuse(construct, 'construct', obstacle.code, obstacle.detail, isPart);
      if (obstacle) continue;
      const { list } = this.search;
      const site = list.add(construct, { kind: 'construct', outcome: 'rewritten' });
      const path = construct.getSourceFile().fileName;
      for (const part of parts) {
        list.link(path, part.getSourceFile().fileName);
        list.ties.push([site, list.idOf(part, 'construct')]);
      }
      if (!isPart) this.#executors.set(construct, reference.executor);
      this.references.push({ ...reference, site });
      this.types.renameAssertion(construct);
    }
  }

  #refuse(node: ts.Node, kind: 'construct' | 'mock', code: RefusalCode, detail = '', isPart = false): void {
    const reason = REASONS[code](detail);
    this.search.list.add(node, { kind, outcome: 'refused', code, reason });
    if (kind === 'construct' && !isPart) this.#refused.add(node);
  }
}
