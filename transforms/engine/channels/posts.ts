import { ts } from 'ts-morph';
import type { ClassReference } from '../sites/class-references.js';
import type { ConstructFinder } from '../sites/constructs.js';
import { callOf, isAssigned, isPoolByType } from '../sites/dispatch-members.js';
import type { Member } from '../sites/dispatch-members.js';
import { REASONS, TRACED_AS_IT_IS } from '../sites/reasons.js';
import type { RefusalCode } from '../sites/reasons.js';
import { isSuspect } from '../sites/suspects.js';
import type { Instance } from '../proof/values.js';
import type { ChannelSearch } from './channel-search.js';
import type { FunctionUses } from './function-uses.js';
import { findOtherReceiver, isOnlyWorker, untypedParameterAt } from './given-receivers.js';
import type { HandIns } from './hand-ins.js';
import { isExtracted, isInjected, listenerOf } from './injected-calls.js';
import { isOwnEnd } from './own-ends.js';
import type { UnopenedMessages } from './unopened-messages.js';
import type { WorkerEnds } from './worker-ends.js';

/** What is a worker by its type alone. */
const WORKER_BY_TYPE: Instance = { kind: 'instance', constructs: [], annotations: [], isPartial: true };

/** Why it is not proven whose message is sent, and which files change along with it. */
export interface Deferred {
  readonly reason: string;
  readonly linked: readonly string[];
}

/** Finds where workers are sent messages, and decides which of them are given their context. */
export class PostFinder {
  /** The messages to be injected. */
  readonly references: ClassReference[] = [];
  /** What is sent to workers, and may have waited before: nothing else stands in the way of it. */
  readonly deferred = new Map<ts.CallExpression, Deferred>();
  /** What has its context already, and may be given it while another message is served. */
  readonly doubtful = new Map<ts.CallExpression, string>();
  /** Where somebody has put a method of their own in the place of a worker's. */
  readonly #replaced = new Map<ts.Node, string>();

  constructor(
    private readonly search: ChannelSearch,
    private readonly constructs: ConstructFinder,
    private readonly ends: WorkerEnds,
    private readonly handIns: HandIns,
    private readonly unopened: UnopenedMessages,
    private readonly uses: FunctionUses,
  ) {}

  find(): void {
    for (const { members } of this.search.syntax.values())
      for (const member of members) if (isAssigned(member)) this.#noteReplaced(member);
    for (const { members } of this.search.syntax.values())
      for (const member of members) this.#findPost(member);
  }

  /**
   * Gives a message its context, where nothing stands in the way of that; files that change along with it are linked.
   * @param defer what becomes of a message of which it is not proven whose it is. @default it is refused
   */
  inject(
    call: ts.CallExpression,
    linked: readonly string[],
    defer = (reason: string): void => this.refuse(call, 'deferred-message', reason),
  ): void {
    const { list, project, channel } = this.search;
    const [message] = call.arguments;
    if (!message) return;
    const deferral = ts.isSpreadElement(message) ? 'arguments are spread' : this.handIns.findDeferral(call);
    if (isInjected(this.search, message)) {
      if (deferral === undefined) this.leaveInjected(call);
      else this.doubtful.set(call, deferral);
    } else if (project.minimal) this.refuse(call, 'minimal');
    else if (list.isDeclined(call, 'dispatch')) this.refuse(call, 'declined');
    else if (deferral !== undefined) defer(deferral);
    else this.#wrap(call, message, channel.inject, linked);
  }

  /** Gives a message its context where it is handed in. */
  handIn(message: ts.Expression, at: ts.Node, linked: readonly string[]): void {
    this.#wrap(at, message, this.search.channel.inject, linked);
  }

  /** Keeps a function that is handed in along with a message in the same context. */
  keepInContext(callback: ts.Expression, at: ts.Node, linked: readonly string[]): void {
    this.#wrap(at, callback, this.search.channel.bind, linked);
  }

  /** Has the listener of a port open what comes, where it is given one that does not yet. */
  extract(member: ts.PropertyAccessExpression, linked: readonly string[]): void {
    const listener = listenerOf(member);
    if (!listener || isExtracted(this.search, listener)) return;
    this.#wrap(member, listener, this.search.channel.extract, linked);
  }

  #wrap(at: ts.Node, node: ts.Expression, executor: string, linked: readonly string[]): void {
    const { list } = this.search;
    const site = list.add(at, { kind: 'dispatch', outcome: 'rewritten', variant: 'manual' });
    this.references.push({ node, isType: false, executor, isWrapped: true, site });
    for (const path of linked) list.link(at.getSourceFile().fileName, path);
  }

  leaveInjected(call: ts.CallExpression, why: 'injected' | 'handed-in' = 'injected'): void {
    const reason = TRACED_AS_IT_IS[why];
    this.search.list.add(call, { kind: 'dispatch', outcome: 'already-traced', reason });
  }

  refuse(call: ts.CallExpression, code: RefusalCode, detail = ''): void {
    const reason = REASONS[code](detail);
    this.search.list.add(call, { kind: 'dispatch', outcome: 'refused', code, reason });
  }

  #noteReplaced(member: Member): void {
    const { constructs = [] } = this.#workerOf(member.expression) ?? {};
    for (const construct of constructs) this.#replaced.set(construct, this.search.list.placeOf(member));
  }

  #findPost(member: Member): void {
    const call = callOf(member);
    if (!call) this.#findGiven(member);
    if (!call || call.arguments.length === 0) return;
    const { evaluator, list, project } = this.search;
    const worker = this.#workerOf(member.expression);
    if (worker) this.#decide(call, worker);
    else {
      const value = evaluator.evaluate(member.expression);
      if (value.kind !== 'unknown' || isOwnEnd(this.search, member.expression)) return;
      if (!value.isOfName && !this.#isSuspect(member.expression)) return;
      if (list.sites.has(list.idOf(call, 'dispatch'))) return;
      this.refuse(call, 'unproven-receiver', value.reason);
    }
    if (project.isExplained) list.prove(list.idOf(call, 'dispatch'), evaluator.placesFrom(member.expression));
  }

  /** In the worker's own file it is a port that it was handed; the channel says what is to say of that. */
  #isSuspect(receiver: ts.Expression): boolean {
    const { ownEnd } = this.search.channel;
    const isOfWorker = 'exported' in ownEnd && receiver.getSourceFile().text.includes(ownEnd.exported);
    return isSuspect(this.search, receiver, !isOfWorker);
  }

  /** `post.bind(worker)`, `tasks.forEach(worker.postMessage)`: who calls it then is not seen. */
  #findGiven(member: Member): void {
    const constructs = isAssigned(member) ? [] : (this.#workerOf(member.expression)?.constructs ?? []);
    if (constructs.length === 0) return;
    const reason = REASONS['given-method']();
    this.search.list.add(member, { kind: 'dispatch', outcome: 'refused', code: 'given-method', reason });
  }

  #workerOf(receiver: ts.Expression): Instance | undefined {
    const { evaluator } = this.search;
    const isOwn = receiver.kind === ts.SyntaxKind.SuperKeyword || receiver.kind === ts.SyntaxKind.ThisKeyword;
    if (isOwn) {
      const declaration = ts.findAncestor(receiver, ts.isClassLike);
      const heritage = declaration && evaluator.libraryHeritage(declaration);
      return heritage && { ...WORKER_BY_TYPE, constructs: [heritage], isPartial: false };
    }
    const value = evaluator.evaluate(receiver);
    if (value.kind === 'instance') return value;
    return isPoolByType(this.search, receiver) ? WORKER_BY_TYPE : undefined;
  }

  #decide(call: ts.CallExpression, { constructs, isPartial }: Instance): void {
    const { channel } = this.search;
    const isAny = isPartial || constructs.length === 0;
    const unopened = constructs.map((construct) => this.unopened.find(this.ends.of(construct))).find(Boolean);
    const { expression: receiver } = call.expression as Member;
    const isProven = untypedParameterAt(this.search, receiver) ?? isOnlyWorker(this.search, receiver);
    const other = findOtherReceiver(this.search, this.uses, receiver);
    const replaced = constructs.map((construct) => this.#replaced.get(construct)).find(Boolean);
    if (!constructs.every((construct) => this.constructs.isMigrated(construct)))
      this.refuse(call, 'unmigrated-pool', 'see its construction');
    else if (isAny && !(channel.isOnlyBuiltByClass && this.constructs.areAllMigrated))
      this.refuse(
        call,
        constructs.length === 0 ? 'untied-pool' : 'unproven-receiver',
        'it may come from elsewhere as well',
      );
    else if (!isProven)
      this.refuse(call, 'unproven-receiver', 'it may be something else that is sent messages as well');
    else if (other)
      this.refuse(call, 'unproven-receiver', `it may be what is given at ${this.search.list.placeOf(other)}`);
    else if (replaced !== undefined)
      this.refuse(call, 'unproven-receiver', `its method is replaced at ${replaced}`);
    else if (unopened !== undefined) this.refuse(call, 'unopened-message', unopened);
    else {
      const linked = constructs.map((construct) => construct.getSourceFile().fileName);
      this.inject(call, linked, (reason) => void this.deferred.set(call, { reason, linked }));
    }
  }
}
