import { ts } from 'ts-morph';
import type { ClassReference } from './class-references.js';
import { ConstructObstacles } from './construct-obstacles.js';
import type { Obstacle } from './construct-obstacles.js';
import { ConstructPlans } from './construct-plans.js';
import { ConstructProofs } from './construct-proofs.js';
import { FactoryCalls } from './factory-calls.js';
import { importedNames, isToken } from './given-classes.js';
import { findParts } from './pool-parts.js';
import type { PoolSearch } from './pool-search.js';
import { REASONS } from './reasons.js';
import type { RefusalCode } from './reasons.js';
import { isBinding } from './syntax-sites.js';
import type { TypeRenames } from './type-renames.js';
import type { Value } from '../proof/values.js';
import { executorNameFor } from '../proof/library.js';
import { hasPoolType } from '../proof/pool-types.js';

function memberNames(declaration: ts.ClassLikeDeclaration): string[] {
  return declaration.members.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []));
}

function leafName(node: ts.Expression): string {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isIdentifier(node) ? node.text : '';
}

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
      if (!isMocked) for (const node of given) this.#findGiven(node);
    }
    this.#settle();
    const proofs = new ConstructProofs(this.search);
    for (const [construct, name] of this.#named) proofs.add(construct, name);
  }

  #findConstruct(node: ts.NewExpression, isMocked: boolean): void {
    const { evaluator, definition } = this.search;
    this.#named.set(node, node.expression);
    const value = evaluator.evaluate(node.expression);
    if (evaluator.isClass(value) || evaluator.isPart(value)) {
      if (value.kind === 'executor') this.#leave(node, value);
      else this.#plan(node, node.expression, { isMocked });
      return;
    }
    if (value.kind === 'class') return;
    // Only reported: a name is no proof, nor is a type.
    const isNamed =
      value.kind === 'unknown' &&
      (value.mayBeClass === true || definition.classExports.includes(leafName(node.expression)));
    if (isNamed || this.#isPoolByType(node)) {
      const reason = value.kind === 'unknown' ? value.reason : 'it is a pool by its type alone';
      this.#refuse(node, 'construct', 'unproven-class', reason);
    }
  }

  #findFactoryCall(node: ts.CallExpression, isMocked: boolean): void {
    const found = this.#factories.find(node);
    if (!found) return;
    this.#named.set(node, node.expression);
    if ('unknown' in found) this.#refuse(node, 'construct', 'unproven-class', found.unknown);
    else this.#plan(node, found.name, { isMocked, call: node });
  }

  /** Built by a class that comes out of a function or a condition. */
  #isPoolByType(node: ts.NewExpression): boolean {
    const { evaluator, project } = this.search;
    const [declaration] = project.checker.getSymbolAtLocation(node.expression)?.declarations ?? [];
    // What is imported has been followed, and its type costs too much to be asked for in vain.
    const isLocal = declaration && (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration));
    return isLocal === true && !project.isAmbient(declaration) && hasPoolType(evaluator, node);
  }

  /** The class as a value, of which anything may be made: `mixin(Piscina)`, `{ useClass: Piscina }`. */
  #findGiven(node: ts.Identifier): void {
    const { evaluator } = this.search;
    if (!importedNames(node.getSourceFile()).has(node.text) || isToken(node)) return;
    let given: ts.Expression = node;
    while (ts.isPropertyAccessExpression(given.parent) && !isBinding(given.parent)) given = given.parent;
    const value = evaluator.evaluate(given);
    if (evaluator.isClass(value) && value.kind !== 'executor')
      this.#refuse(given, 'construct', 'escapes-to-unknown');
  }

  #findHeritage(node: ts.Expression, isMocked: boolean, path: string): void {
    const { evaluator, definition } = this.search;
    const declaration = ts.findAncestor(node, ts.isClassLike);
    const value = evaluator.evaluate(node);
    if (!declaration || node.getSourceFile().fileName !== path || !evaluator.isClass(value)) return;
    this.#named.set(node, node);
    const conflicts = memberNames(declaration).filter((name) => definition.executorMembers.includes(name));
    const detail = conflicts.join(', ');
    if (value.kind === 'executor') this.#leave(node, value);
    else this.#plan(node, node, { isMocked, ...(detail && { conflicts: detail }) });
  }

  /** A pool that is an executor by now, or what one is made of. */
  #leave(construct: ts.Node, value: Value & { readonly kind: 'executor' }): void {
    this.search.list.add(construct, { kind: 'construct', outcome: 'already-traced' });
    this.migratedFiles.add(construct.getSourceFile().fileName);
    if (!this.search.evaluator.isPart(value)) this.#executors.set(construct, value.name);
  }

  #plan(construct: ts.Node, name: ts.Expression, details: PlanDetails): void {
    const { evaluator, definition } = this.search;
    const value = evaluator.evaluate(name);
    const executor = executorNameFor(definition, value.kind === 'export' ? value.name : 'default');
    const { isMocked, conflicts, call } = details;
    const reference = {
      node: unwrapParentheses(name),
      isType: false,
      executor,
      site: '',
      ...(call && { call }),
    };
    const isPart = evaluator.isPart(value);
    const { parts, unknown } = isPart ? { parts: [] } : findParts(this.search, construct);
    const obstacle: Obstacle | undefined = isMocked
      ? { code: 'mocked-module', detail: '' }
      : conflicts !== undefined
        ? { code: 'name-conflict', detail: conflicts }
        : unknown !== undefined
          ? { code: 'unproven-worker', detail: unknown }
          : this.#obstacles.find(construct, reference);
    this.#plans.add({ construct, reference, parts, isPart, obstacle });
  }

  #settle(): void {
    for (const { construct, reference, parts, isPart, obstacle } of this.#plans.settle()) {
      if (obstacle) {
        this.#refuse(construct, 'construct', obstacle.code, obstacle.detail, isPart);
        continue;
      }
      const { list } = this.search;
      const site = list.add(construct, { kind: 'construct', outcome: 'rewritten' });
      const path = construct.getSourceFile().fileName;
      for (const part of parts) list.link(path, part.getSourceFile().fileName);
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

interface PlanDetails {
  readonly isMocked: boolean;
  /** The members that a class and the executor both have. */
  readonly conflicts?: string;
  readonly call?: ts.CallExpression;
}

/** `new (require('piscina'))()`: the parentheses are part of what is replaced only where they are not needed. */
function unwrapParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? unwrapParentheses(node.expression) : node;
}
