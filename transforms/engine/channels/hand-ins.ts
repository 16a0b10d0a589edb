import { ts } from 'ts-morph';
import type { Assignments } from '../proof/assignments.js';
import type { SiteList } from '../sites/site-list.js';
import type { Project } from '../project.js';
import { isTest } from '../test-files.js';
import { findGivenFunction, isKeepingCall, takesRequest } from './given-functions.js';
import type { GivenFunction } from './given-functions.js';
import { HandInWalk } from './hand-in-walk.js';
import { isTimer, kindOfCallback } from './callback-kinds.js';
import type { CallbackKind } from './callback-kinds.js';
import { nameOfFunction } from './function-names.js';
import { callOfMaker, isRoute, isTrap, keptAs, makerOf } from './made-functions.js';
import type { FunctionUses } from './function-uses.js';
import {
  handledBy,
  isAsked,
  isAssignedValue,
  isExporting,
  isGenerator,
  isInLoop,
  isMention,
  isNamed,
  isOfThis,
  returnedAs,
  wholeOf,
} from './use-syntax.js';
import { StoredValues } from './stored-values.js';

type Call = ts.CallExpression | ts.NewExpression;

/**
 * In what context the listeners of something run that is known: in that of the message (`root`), or in that in which they
 * were added (`kept`).
 */
export type ListenersOf = (emitter: ts.Expression, at: ts.Node) => 'root' | 'kept' | undefined;

const LISTENING = /^(?:on|once|addListener|prependListener|prependOnceListener|addEventListener)$/;

const MAX_STEPS = 200;

/**
 * Proves that a message is sent in the context of whoever handed it in. It is not where it waits first, such as in a
 * backlog, and is sent when a worker is free: in a listener, which another message has called.
 */
export class HandIns {
  readonly #stored: StoredValues;

  constructor(
    private readonly project: Project,
    assignments: Assignments,
    private readonly list: SiteList,
    private readonly listenersOf: ListenersOf,
    isWorker: (node: ts.Expression) => boolean,
    private readonly uses: FunctionUses,
  ) {
    this.#stored = new StoredValues(project, assignments, isWorker);
  }

  /**
   * Why that cannot be proven; `undefined` where it is.
   * @param given what of its arguments may have waited. @default all
   */
  findDeferral(call: Call, given: readonly ts.Expression[] = call.arguments ?? []): string | undefined {
    return this.#check(call, new HandInWalk(false), given);
  }

  /** The same of what a class does when it is constructed, by whoever does that. */
  findDeferralOfClass(name: ts.Node): string | undefined {
    return this.#followUses(this.uses.of(name), new HandInWalk(false));
  }

  /**
   * The same of a message that waits before it is sent, where it is put or posted at once.
   * @param injected the calls that hand in what has waited: nothing is to be proven of them.
   */
  findDeferralOf(message: ts.Expression, injected: ReadonlySet<ts.Node>): string | undefined {
    if (this.#stored.isStored(message) || isOfThis(message))
      return `what was kept is taken out at ${this.list.placeOf(message)}`;
    return this.#follow(message, new HandInWalk(true, injected));
  }

  #check(
    call: Call,
    seen: HandInWalk,
    given: readonly ts.Expression[] = call.arguments ?? [],
  ): string | undefined {
    if (seen.injected.has(call)) return undefined;
    const { expression: callee } = call;
    // Of a method it matters as well whose it is: `queue.shift().run(worker)`.
    const receiver = seen.size > 0 && ts.isPropertyAccessExpression(callee) ? [callee.expression] : [];
    if ([...given, ...receiver].some((one) => this.#stored.isStored(one)))
      return `what was kept is taken out at ${this.list.placeOf(call)}`;
    seen.isOfField ||= given.some((one) => this.#stored.isSetByCalls(one));
    return this.#follow(call, seen);
  }

  /** Goes outwards, from function to function, to where the context comes from. */
  #follow(node: ts.Node, seen: HandInWalk): string | undefined {
    const owner = ts.findAncestor(node.parent, ts.isFunctionLike);
    if (owner && owner === seen.end)
      return isGenerator(owner) ? `a function is given away at ${this.list.placeOf(owner)}` : undefined;
    if (!owner || seen.has(owner)) return undefined;
    seen.add(owner);
    if (seen.size > MAX_STEPS) return 'its callers are too many';
    if (isInLoop(node, owner)) return `it is sent in a loop, at ${this.list.placeOf(node)}`;
    if (this.#stored.drains(owner, seen.isHandIn) || isGenerator(owner))
      return `what was kept is served at ${this.list.placeOf(owner)}`;
    // By a name of its own it calls itself alone.
    const again =
      ts.isFunctionExpression(owner) && owner.name && this.#followUses(this.uses.of(owner.name), seen);
    if (again) return again;
    let value: ts.Node = owner;
    while (ts.isParenthesizedExpression(value.parent) || ts.isAsExpression(value.parent))
      value = value.parent;
    const { parent } = value;
    if (ts.isCallOrNewExpression(parent)) return this.#followGiven(parent, value, seen);
    const handled = handledBy(value);
    if (handled) return this.#followListener(handled, this.listenersOf(handled.expression, handled), seen);
    const name = nameOfFunction(owner);
    if (name) return this.#followUses(this.uses.of(name), seen);
    if (isExporting(value) || ts.isExportAssignment(parent) || ts.isFunctionDeclaration(owner))
      return this.#followUses(this.uses.ofUnnamed(owner), seen);
    if (ts.isConstructorDeclaration(owner)) return this.#followUses(this.uses.ofUnnamed(owner.parent), seen);
    // What is read or set, or begins a request.
    if (ts.isAccessor(owner) || isRoute(value)) return undefined;
    return this.#followReturned(value, owner, seen);
  }

  /** What is returned by a function is what that comes to wherever it is called: `router.get('/', serve(pool))`. */
  #followReturned(value: ts.Node, at: ts.Node, seen: HandInWalk): string | undefined {
    const maker = makerOf(value);
    if (!maker || isGenerator(maker) || isTrap(maker))
      return `a function is given away at ${this.list.placeOf(at)}`;
    const name = nameOfFunction(maker);
    const isKnown = name ?? (isExporting(maker) || ts.isExportAssignment(maker.parent));
    if (!isKnown) return `a function is given away at ${this.list.placeOf(at)}`;
    for (const use of name ? this.uses.of(name) : this.uses.ofUnnamed(maker)) {
      const isLeft = isMention(use) || this.#isOfTest(use, seen);
      const problem = isLeft ? undefined : this.#followMade(use, seen);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  #followMade(use: ts.Node, seen: HandInWalk): string | undefined {
    if (seen.has(use)) return undefined;
    seen.add(use);
    const made = callOfMaker(use);
    if (made === undefined)
      return isExporting(use) ? undefined : `a function is given away at ${this.list.placeOf(use)}`;
    const kept = keptAs(made);
    if (kept) return this.#followUses(this.uses.of(kept), seen);
    const { parent } = made;
    if (ts.isExpressionStatement(parent)) return undefined;
    return ts.isExportAssignment(parent) ? undefined : this.#followUse(made, seen);
  }

  #followGiven(call: Call, value: ts.Node, seen: HandInWalk): string | undefined {
    // It is called where it stands.
    if (call.expression === value) return this.#follow(call, seen);
    const { expression } = call;
    const isListening = ts.isPropertyAccessExpression(expression) && LISTENING.test(expression.name.text);
    const known = isListening ? this.listenersOf(expression.expression, call) : undefined;
    const given = known ? undefined : findGivenFunction(this.project, this.uses, call, value);
    if (given) return this.#followInto(given, call, value, seen);
    const isKept = !known && isKeepingCall(this.project, call);
    return this.#followListener(call, isKept ? 'kept' : (known ?? kindOfCallback(call)), seen);
  }

  /** What a function of the project calls that it is given, it calls in the context in which it is called itself, or not. */
  #followInto(
    { helper, uses }: GivenFunction,
    call: Call,
    value: ts.Node,
    seen: HandInWalk,
  ): string | undefined {
    if (seen.isInside(helper)) return this.#follow(call, seen);
    const problem = uses
      ? this.#followUses(uses, seen.into(helper))
      : `a function is given away at ${this.list.placeOf(call)}`;
    if (problem === undefined) return this.#follow(call, seen);
    // A router by hand keeps what it is given for each request.
    const isHandler = isNamed(call) || takesRequest(this.project, value);
    return isHandler && kindOfCallback(call) === 'root' ? undefined : problem;
  }

  #followListener(node: ts.Node, kind: CallbackKind | undefined, seen: HandInWalk): string | undefined {
    if (kind === 'root') return undefined;
    if (kind === 'kept' && !(seen.isOfField && isTimer(node))) return this.#follow(node, seen);
    const place = this.list.placeOf(node);
    if (kind === 'kept') return `what is set meanwhile is sent later, at ${place}`;
    return kind === 'unknown'
      ? `a function is given away at ${place}`
      : `it may be sent by a listener, at ${place}`;
  }

  #followUses(uses: readonly ts.Node[], seen: HandInWalk): string | undefined {
    for (const use of uses) {
      if (isMention(use) || this.#isOfTest(use, seen)) continue;
      const problem = this.#followUse(use, seen);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  /** What tests do with a function is done for nobody; where it is a test's own, that is all there is. */
  #isOfTest(use: ts.Node, seen: HandInWalk): boolean {
    const [start] = seen;
    const isOfTest = (node: ts.Node): boolean => {
      const file = this.project.files.get(node.getSourceFile().fileName);
      return file !== undefined && isTest(file.label, file.source.text);
    };
    return start !== undefined && isOfTest(use) && !isOfTest(start);
  }

  #followUse(use: ts.Node, seen: HandInWalk): string | undefined {
    const value = wholeOf(use);
    const { parent } = value;
    if (ts.isCallOrNewExpression(parent))
      return parent.expression === value ? this.#check(parent, seen) : this.#followGiven(parent, value, seen);
    const isBound = ts.isPropertyAccessExpression(parent) && /^(?:bind|call|apply)$/.test(parent.name.text);
    if (isBound && ts.isCallExpression(parent.parent)) return this.#followBound(parent.parent, seen);
    if (isExporting(value)) return undefined;
    // `Class.create()`, `typeof Class`, `x instanceof Class`
    if (ts.isPropertyAccessExpression(parent) || ts.isTypeOfExpression(parent) || isAsked(value))
      return undefined;
    if (isAssignedValue(parent, value)) return `a function is kept at ${this.list.placeOf(use)}`;
    const member = returnedAs(value);
    return member ? this.#followUses(this.uses.of(member), seen) : this.#followReturned(value, use, seen);
  }

  /** `this.send.bind(this)` is the function again; `call` calls it. */
  #followBound(call: ts.CallExpression, seen: HandInWalk): string | undefined {
    const isBind = /\.bind$/.test(call.expression.getText());
    if (!isBind) return this.#check(call, seen);
    const { parent } = call;
    if (ts.isCallOrNewExpression(parent) && parent.expression !== call)
      return this.#followGiven(parent, call, seen);
    return `a function is given away at ${this.list.placeOf(call)}`;
  }
}
