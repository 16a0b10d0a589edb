import { ts } from 'ts-morph';
import type { ConstructFinder } from './constructs.js';
import { isAssigned, isCalled, isOwnMethod, isPoolByType, isRenamed } from './dispatch-members.js';
import type { Member } from './dispatch-members.js';
import { findMapCall } from './map-call.js';
import { isAnyMethod } from './pool-dispatch.js';
import type { PoolSearch } from './pool-search.js';
import { REASONS, TRACED_AS_IT_IS } from './reasons.js';
import type { RefusalCode } from './reasons.js';
import { isSuspect } from './suspects.js';
import type { TypeRenames } from './type-renames.js';
import { replaceNode } from '../edits/text-spans.js';
import { isPoolType, libraryTypeReferences } from '../proof/type-references.js';
import type { Instance } from '../proof/values.js';

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
    else if (isPoolByType(this.search, receiver)) this.#decide(member, POOL_BY_TYPE);
    else if (value.kind === 'unknown' && isCalled(member) && isSuspect(this.search, receiver)) {
      this.#refuse(member, 'unproven-receiver', value.reason);
    }
  }

  /** A subclass that calls its own or its parent's verb; its parent's must stay, or an override would call itself. */
  #findInherited(member: Member): void {
    const declaration = ts.findAncestor(member, ts.isClassLike);
    const heritage = declaration && this.search.evaluator.libraryHeritage(declaration);
    if (!heritage || isOwnMethod(this.search, member)) return;
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

  #decide(member: Member, { constructs, annotations, isPartial }: Instance): void {
    const { project } = this.search;
    if (isOwnMethod(this.search, member)) return;
    const isMigrated = constructs.every((construct) => this.constructs.isMigrated(construct));
    if (!isMigrated) this.#refuseUnmigrated(member);
    else if (constructs.length === 0 && !this.constructs.areAllMigrated) this.#refuse(member, 'untied-pool');
    else if (constructs.length === 0) this.#leave(member, 'by-type');
    else if (isPartial) this.#leave(member, 'several-sources');
    else if (!isRenamed(this.search, member)) this.#leave(member, 'kept');
    else if (!ts.isPropertyAccessExpression(member) || !isCalled(member)) this.#leave(member, 'not-called');
    else if (project.minimal) this.#leave(member, 'minimal');
    else if (this.search.list.isDeclined(member, 'dispatch')) this.#leave(member, 'declined');
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
    const { dispatch, map } = definition;
    if (isAnyMethod(dispatch)) return;
    const mapCall = map === undefined ? undefined : findMapCall(project, member, map);
    const variant = mapCall ? 'map' : 'submit';
    const site = list.add(member, { kind: 'dispatch', outcome: 'rewritten', variant });
    const spans = mapCall ?? [replaceNode(member.name, dispatch.to)];
    const path = member.getSourceFile().fileName;
    for (const span of spans) list.edit(path, span, site, 'dispatch');
    for (const type of types) this.types.rename(type);
    for (const node of [...constructs, ...types]) list.link(path, node.getSourceFile().fileName);
  }

  #leave(member: ts.Node, why: keyof typeof TRACED_AS_IT_IS): void {
    this.search.list.add(member, {
      kind: 'dispatch',
      outcome: 'already-traced',
      reason: TRACED_AS_IT_IS[why],
    });
  }

  #refuseUnmigrated(member: ts.Node): void {
    this.#refuse(member, 'unmigrated-pool', 'see its construction');
  }

  #refuse(member: ts.Node, code: RefusalCode, detail = ''): void {
    const outcome = { outcome: 'refused', code, reason: REASONS[code](detail) } as const;
    this.search.list.add(member, { kind: 'dispatch', ...outcome });
  }
}
