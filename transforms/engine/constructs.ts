import { dirname } from 'node:path';
import { ts } from 'ts-morph';
import { isOnlyClass, isParameterName } from './awaited-import.js';
import { CarriedContexts } from './carried-context.js';
import { rootIdentifier } from './class-references.js';
import type { ClassReference } from './class-references.js';
import { importedNames, isToken } from './given-classes.js';
import type { PoolSearch } from './pool-search.js';
import { REASONS } from './reasons.js';
import type { RefusalCode } from './reasons.js';
import { hasPoolType } from './type-references.js';
import { WorkerFiles } from './worker-files.js';

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
  readonly #migrated = new Set<ts.Node>();
  readonly #refused = new Set<ts.Node>();
  /** Where tasks carry a trace by hand, by the pools that they go to. */
  readonly #carried = new Map<ts.Node, string>();

  readonly #workers: WorkerFiles;

  constructor(private readonly search: PoolSearch) {
    this.#workers = new WorkerFiles(search.project);
  }

  /** Whether the project has pools, and none of them was refused. */
  get areAllMigrated(): boolean {
    return this.search.project.isComplete && this.#migrated.size > 0 && this.#refused.size === 0;
  }

  /** Whether a pool is an executor, before or after the edits. */
  isMigrated(construct: ts.Node): boolean {
    return this.#migrated.has(construct);
  }

  find(): void {
    this.#findCarried();
    for (const [path, { constructs, heritages, given, mocks }] of this.search.syntax) {
      const isMocked = mocks.length > 0;
      for (const mock of mocks) this.#refuse(mock, 'mock', 'mocked-module');
      for (const node of constructs) {
        this.#findConstruct(node, isMocked);
        this.#explain(node, node.expression);
      }
      for (const node of heritages) {
        this.#findHeritage(node, isMocked, path);
        this.#explain(node, node);
      }
      if (!isMocked) for (const node of given) this.#findGiven(node);
    }
  }

  /** Notes by what a site was proven, and which file its workers run. */
  #explain(construct: ts.Expression, name: ts.Expression): void {
    const { list, evaluator, project, definition } = this.search;
    const site = list.idOf(construct, 'construct');
    if (!project.isExplained || !list.sites.has(site)) return;
    const [options] = ts.isNewExpression(construct) ? (construct.arguments ?? []) : [];
    const worker = options && this.#workers.ofOption(options, definition.workerOption);
    const found =
      worker &&
      ('path' in worker
        ? `runs ${list.labelOf(worker.path)}`
        : `runs a file that is not known (${worker.unknown})`);
    const place = found && options ? [{ node: options, text: found }] : [];
    list.prove(site, [...evaluator.placesFrom(name), ...place]);
  }

  /** Looks at what is dispatched, before a pool is decided on. */
  #findCarried(): void {
    const contexts = new CarriedContexts();
    for (const { members } of this.search.syntax.values()) {
      for (const { parent, expression } of members) {
        const carrier = ts.isCallExpression(parent) ? contexts.find(parent) : undefined;
        if (!carrier) continue;
        const value = this.search.evaluator.evaluate(expression);
        const constructs = value.kind === 'instance' ? value.constructs : [];
        for (const construct of constructs) this.#carried.set(construct, this.search.list.placeOf(carrier));
      }
    }
  }

  #findConstruct(node: ts.NewExpression, isMocked: boolean): void {
    const { evaluator, definition } = this.search;
    const value = evaluator.evaluate(node.expression);
    if (evaluator.isClass(value)) {
      if (value.kind === 'executor') this.#leave(node);
      else if (isMocked) this.#refuse(node, 'construct', 'mocked-module');
      else this.#rewrite(node, node.expression);
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
    while (ts.isPropertyAccessExpression(given.parent)) given = given.parent;
    const value = evaluator.evaluate(given);
    if (evaluator.isClass(value) && value.kind !== 'executor')
      this.#refuse(given, 'construct', 'escapes-to-unknown');
  }

  #findHeritage(node: ts.Expression, isMocked: boolean, path: string): void {
    const { evaluator, definition } = this.search;
    const declaration = ts.findAncestor(node, ts.isClassLike);
    const value = evaluator.evaluate(node);
    if (!declaration || node.getSourceFile().fileName !== path || !evaluator.isClass(value)) return;
    const conflicts = memberNames(declaration).filter((name) => definition.executorMembers.includes(name));
    if (value.kind === 'executor') this.#leave(node);
    else if (isMocked) this.#refuse(node, 'construct', 'mocked-module');
    else if (conflicts.length > 0) this.#refuse(node, 'construct', 'name-conflict', conflicts.join(', '));
    else this.#rewrite(node, node);
  }

  /** A pool that is an executor by now. */
  #leave(construct: ts.Node): void {
    this.search.list.add(construct, { kind: 'construct', outcome: 'already-traced' });
    this.migratedFiles.add(construct.getSourceFile().fileName);
    this.#migrated.add(construct);
  }

  #rewrite(construct: ts.Node, name: ts.Expression): void {
    const carried = this.#carried.get(construct);
    if (carried !== undefined) {
      this.#refuse(construct, 'construct', 'carries-context', carried);
      return;
    }
    const unsupported = this.#findUnsupported(construct.getSourceFile().fileName);
    if (unsupported !== undefined) {
      this.#refuse(construct, 'construct', 'unsupported-version', unsupported);
      return;
    }
    const reference = { node: unwrapParentheses(name), isType: false, site: '' };
    if (!this.#isReachable(reference)) {
      this.#refuse(construct, 'construct', 'unproven-class', 'a callback gets it, with more of its module');
      return;
    }
    const site = this.search.list.add(construct, { kind: 'construct', outcome: 'rewritten' });
    this.#migrated.add(construct);
    this.references.push({ ...reference, site });
  }

  #findUnsupported(path: string): string | undefined {
    const { project, definition } = this.search;
    for (const name of definition.packages) {
      const used = project.versions.unsupported(dirname(path), name, definition.supported);
      if (used !== undefined) return `${used}, and not ${definition.supported}`;
    }
    return undefined;
  }

  /** Whether the executor can be imported where the class is. */
  #isReachable(reference: ClassReference): boolean {
    const { project, definition } = this.search;
    const root = rootIdentifier(reference);
    const [declaration] = (root && project.checker.getSymbolAtLocation(root)?.declarations) ?? [];
    return !declaration || !isParameterName(declaration) || isOnlyClass(declaration, definition.classExports);
  }

  #refuse(node: ts.Node, kind: 'construct' | 'mock', code: RefusalCode, detail = ''): void {
    const reason = REASONS[code](detail);
    this.search.list.add(node, { kind, outcome: 'refused', code, reason });
    if (kind === 'construct') this.#refused.add(node);
  }
}

/** `new (require('piscina'))()`: the parentheses are part of what is replaced only where they are not needed. */
function unwrapParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? unwrapParentheses(node.expression) : node;
}
