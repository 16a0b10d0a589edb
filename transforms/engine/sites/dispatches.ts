import { ts } from 'ts-morph';
import type { ConstructFinder } from './constructs.js';
import { findMapCall } from './map-call.js';
import { isAnyMethod } from './pool-dispatch.js';
import type { PoolSearch } from './pool-search.js';
import { REASONS, TRACED_AS_IT_IS } from './reasons.js';
import { isSuspect } from './suspects.js';
import type { TypeRenames } from './type-renames.js';
import { replaceNode } from '../edits/text-spans.js';
import { hasPoolType } from '../proof/pool-types.js';
import { isPoolType, libraryTypeReferences } from '../proof/type-references.js';
import type { Instance } from '../proof/values.js';

type Member = ts.PropertyAccessExpression | ts.ElementAccessExpression;

/** What is a pool by its type alone. */
const POOL_BY_TYPE: Instance = { kind: 'instance', constructs: [], annotations: [], isPartial: true };

/** Finds the calls on pools, and decides what becomes of them. */
export class DispatchFinder {
  constructor(
    private readonly search: PoolSearch,
    private readonly constructs: ConstructFinder,
    private readonly types: TypeRenames,
  ) {}

  find(): void {
    for (const { members, taken } of this.search.syntax.values()) {
      for (const member of members) this.#findMember(member);
      for (const element of taken) this.#findTaken(element);
    }
  }

  #findMember(member: Member): void {
    this.#judge(member);
    const { list, evaluator, project } = this.search;
    if (project.isExplained)
      list.prove(list.idOf(member, 'dispatch'), evaluator.placesFrom(member.expression));
  }

  #judge(member: Member): void {
    const receiver = member.expression;
    if (isAssigned(member)) return;
    if (receiver.kind === ts.SyntaxKind.SuperKeyword || receiver.kind === ts.SyntaxKind.ThisKeyword) {
      this.#findInherited(member);
      return;
    }
    const value = this.search.evaluator.evaluate(receiver);
    if (value.kind === 'instance') this.#decide(member, value);
    else if (this.#isPoolByType(receiver)) this.#decide(member, POOL_BY_TYPE);
    else if (value.kind === 'unknown' && isCalled(member) && isSuspect(this.search, receiver)) {
      const reason = REASONS['unproven-receiver'](value.reason);
      this.search.list.add(member, {
        kind: 'dispatch',
        outcome: 'refused',
        code: 'unproven-receiver',
        reason,
      });
    }
  }

  /** By its type alone; where any method may be a verb, that would have to be asked of all that is called. */
  #isPoolByType(receiver: ts.Expression): boolean {
    const { definition, evaluator } = this.search;
    return !isAnyMethod(definition.dispatch) && hasPoolType(evaluator, receiver);
  }

  /** A subclass that calls its own or its parent's verb; its parent's must stay, or an override would call itself. */
  #findInherited(member: Member): void {
    const declaration = ts.findAncestor(member, ts.isClassLike);
    const heritage = declaration && this.search.evaluator.libraryHeritage(declaration);
    if (!heritage || this.#isOwnMethod(member)) return;
    if (this.constructs.isMigrated(heritage)) this.#leave(member, 'super');
    else this.#refuseUnmigrated(member);
  }

  /** `const { run } = pool`: it needs its pool to be called, and so stays what it is. */
  #findTaken(element: ts.BindingElement): void {
    const { initializer } = element.parent.parent;
    if (!initializer || !ts.isObjectBindingPattern(element.parent)) return;
    const value = this.search.evaluator.evaluate(initializer);
    if (value.kind !== 'instance') return;
    const isMigrated = value.constructs.every((construct) => this.constructs.isMigrated(construct));
    if (isMigrated) this.#leave(element, 'not-called');
    else this.#refuseUnmigrated(element);
  }

  /** A method that a subclass of the project declares itself, where the others are the workers'. */
  #isOwnMethod(member: Member): boolean {
    const { definition, project, evaluator } = this.search;
    if (!isAnyMethod(definition.dispatch)) return false;
    const name = ts.isPropertyAccessExpression(member) ? member.name : member.argumentExpression;
    const [declaration] = project.checker.getSymbolAtLocation(name)?.declarations ?? [];
    const owner = declaration?.parent;
    return owner !== undefined && ts.isClassLike(owner) && evaluator.libraryHeritage(owner) !== undefined;
  }

  #decide(member: Member, { constructs, annotations, isPartial }: Instance): void {
    const { project } = this.search;
    if (this.#isOwnMethod(member)) return;
    const isMigrated = constructs.every((construct) => this.constructs.isMigrated(construct));
    if (!isMigrated) this.#refuseUnmigrated(member);
    else if (constructs.length === 0 && !this.constructs.areAllMigrated) {
      const reason = REASONS['untied-pool']();
      this.search.list.add(member, { kind: 'dispatch', outcome: 'refused', code: 'untied-pool', reason });
    } else if (constructs.length === 0) this.#leave(member, 'by-type');
    else if (isPartial) this.#leave(member, 'several-sources');
    else if (!this.#isRenamed(member)) this.#leave(member, 'kept');
    else if (!ts.isPropertyAccessExpression(member) || !isCalled(member)) this.#leave(member, 'not-called');
    else if (project.minimal) this.#leave(member, 'minimal');
    else {
      const hasVerb = annotations.every((annotation) => this.#canBeRetyped(annotation, constructs));
      if (!hasVerb) this.#leave(member, 'foreign-type');
      else
        this.#rewrite(
          member,
          constructs,
          annotations.flatMap((annotation) => libraryTypeReferences(this.search.evaluator, annotation)),
        );
    }
  }

  /** Whether the executor has a verb of its own for this one. */
  #isRenamed(member: Member): boolean {
    const { dispatch } = this.search.definition;
    const isKept = ts.isPropertyAccessExpression(member) && member.name.text;
    return !isAnyMethod(dispatch) && dispatch.kept?.includes(isKept || '') !== true;
  }

  /** Whether a type has the executor's verb once the pools' names in it are those of executors. */
  #canBeRetyped(annotation: ts.TypeNode, constructs: readonly ts.Node[]): boolean {
    const { evaluator } = this.search;
    if (!isPoolType(evaluator, annotation)) return false;
    const executors = libraryTypeReferences(evaluator, annotation).map((name) =>
      this.types.executorFor(name),
    );
    // Of several executors none need fit where another is meant.
    return (
      executors.length === 0 ||
      constructs.every((construct) => executors.includes(this.constructs.executorOf(construct) ?? ''))
    );
  }

  #rewrite(
    member: ts.PropertyAccessExpression,
    constructs: readonly ts.Node[],
    types: readonly ts.EntityName[],
  ): void {
    const { definition, list, project } = this.search;
    const path = member.getSourceFile().fileName;
    const { dispatch, map } = definition;
    if (isAnyMethod(dispatch)) return;
    const mapCall = map === undefined ? undefined : findMapCall(project, member, map);
    const variant = mapCall ? 'map' : 'submit';
    const site = list.add(member, { kind: 'dispatch', outcome: 'rewritten', variant });
    const spans = mapCall ?? [replaceNode(member.name, dispatch.to)];
    for (const span of spans) list.edit(path, span, site, 'dispatch');
    for (const type of types) this.types.rename(type);
    for (const node of [...constructs, ...types]) list.link(path, node.getSourceFile().fileName);
  }

  #leave(member: ts.Node, why: keyof typeof TRACED_AS_IT_IS): void {
    const reason = TRACED_AS_IT_IS[why];
    this.search.list.add(member, { kind: 'dispatch', outcome: 'already-traced', reason });
  }

  #refuseUnmigrated(member: ts.Node): void {
    const reason = REASONS['unmigrated-pool']('see its construction');
    this.search.list.add(member, { kind: 'dispatch', outcome: 'refused', code: 'unmigrated-pool', reason });
  }
}

/** `exports.run = …` calls nothing. */
function isAssigned(member: Member): boolean {
  const { parent } = member;
  const isAssignment =
    ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isAssignment && parent.left === member;
}

function isCalled(member: Member): boolean {
  return ts.isCallExpression(member.parent) && member.parent.expression === member;
}
