import { ts } from 'ts-morph';
import type { ClassReference } from './class-references.js';
import { ConstructObstacles } from './construct-obstacles.js';
import { ConstructProofs } from './construct-proofs.js';
import { importedNames, isToken } from './given-classes.js';
import type { PoolSearch } from './pool-search.js';
import { REASONS } from './reasons.js';
import type { RefusalCode } from './reasons.js';
import { hasPoolType } from '../proof/type-references.js';

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
  readonly #obstacles: ConstructObstacles;
  readonly #proofs: ConstructProofs;

  constructor(private readonly search: PoolSearch) {
    this.#obstacles = new ConstructObstacles(search);
    this.#proofs = new ConstructProofs(search);
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
    this.#obstacles.findCarried();
    for (const [path, { constructs, heritages, given, mocks }] of this.search.syntax) {
      const isMocked = mocks.length > 0;
      for (const mock of mocks) this.#refuse(mock, 'mock', 'mocked-module');
      for (const node of constructs) {
        this.#findConstruct(node, isMocked);
        this.#proofs.add(node, node.expression);
      }
      for (const node of heritages) {
        this.#findHeritage(node, isMocked, path);
        this.#proofs.add(node, node);
      }
      if (!isMocked) for (const node of given) this.#findGiven(node);
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
    const reference = { node: unwrapParentheses(name), isType: false, site: '' };
    const obstacle = this.#obstacles.find(construct, reference);
    if (obstacle) {
      this.#refuse(construct, 'construct', obstacle.code, obstacle.detail);
      return;
    }
    const site = this.search.list.add(construct, { kind: 'construct', outcome: 'rewritten' });
    this.#migrated.add(construct);
    this.references.push({ ...reference, site });
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
