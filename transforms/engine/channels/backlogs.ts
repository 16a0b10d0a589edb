import { ts } from 'ts-morph';
import { BacklogFlow } from './backlog-flow.js';
import type { ChannelSearch } from './channel-search.js';
import type { FunctionUses } from './function-uses.js';
import { GivenArguments } from './given-arguments.js';
import { untypedParameterAt } from './given-receivers.js';
import type { HandIns } from './hand-ins.js';
import { isInjected } from './injected-calls.js';
import { KeptCallbacks } from './kept-callbacks.js';
import type { Deferred, PostFinder } from './posts.js';
import { REASONS } from '../sites/reasons.js';
import { bareValue } from './value-syntax.js';

/** The statement's own call that a message is handed in by, or the message. */
function placeOf(message: ts.Expression): ts.Node {
  const call = ts.findAncestor(
    message.parent,
    (node) => ts.isCallExpression(node) || ts.isStatement(node) || ts.isFunctionLike(node),
  );
  return call && ts.isCallExpression(call) ? call : message;
}

/**
 * Finds what is posted out of a backlog, and gives it its context where it is put there: where all that comes out is
 * posted, and nothing else looks at it.
 */
export class BacklogFinder {
  readonly #given: GivenArguments;

  constructor(
    private readonly search: ChannelSearch,
    private readonly handIns: HandIns,
    private readonly uses: FunctionUses,
    private readonly posts: PostFinder,
  ) {
    this.#given = new GivenArguments(search.project, search.evaluator.assignments, uses);
  }

  find(): void {
    const { deferred } = this.posts;
    const served = new Set<ts.CallExpression>();
    for (const [call, { reason }] of deferred) {
      if (served.has(call)) continue;
      const found = this.#serve(call, deferred);
      if (typeof found === 'string') this.posts.refuse(call, 'deferred-message', `${reason}${found}`);
      else for (const one of found) served.add(one);
    }
    for (const [call, reason] of this.posts.doubtful)
      if (!served.has(call) && this.#isOutOfBareBacklog(call))
        this.posts.refuse(call, 'deferred-message', reason);
      else this.posts.leaveInjected(call);
  }

  /** Whether a message was put into a backlog bare, and is injected by hand where it comes out. */
  #isOutOfBareBacklog(post: ts.CallExpression): boolean {
    const [injected] = post.arguments;
    const call = injected && bareValue(injected);
    // With a context of its own it is the user's to know.
    if (!call || !ts.isCallExpression(call) || call.arguments.length !== 1) return false;
    const [message] = call.arguments;
    if (!message) return false;
    const flow = this.#follow(message, this.posts.deferred);
    const messages = flow.handIns();
    const isKnown = flow.hasBacklog && flow.posts.has(post) && !flow.problem;
    return isKnown && messages.some((one) => one !== message && !isInjected(this.search, bareValue(one)));
  }

  #follow(message: ts.Expression, deferred: ReadonlyMap<ts.CallExpression, Deferred>): BacklogFlow {
    const isInjecting = (call: ts.CallExpression): boolean => isInjected(this.search, call);
    const isPost = (call: ts.CallExpression): boolean => deferred.has(call) || this.#isPostInjected(call);
    return new BacklogFlow(this.search.project, { uses: this.uses, isPost, isInjecting }, message);
  }

  /** The posts that need nothing any more, or what stands in the way. */
  #serve(
    post: ts.CallExpression,
    deferred: ReadonlyMap<ts.CallExpression, Deferred>,
  ): string | ReadonlySet<ts.CallExpression> {
    const { project, list } = this.search;
    const [message] = post.arguments;
    if (!message) return '';
    const flow = this.#follow(message, deferred);
    if (!flow.hasBacklog || !flow.posts.has(post)) return '';
    const messages = flow.handIns();
    if (flow.problem) return `, and what waits may be looked at: ${list.placeOf(flow.problem)}`;
    const bare = messages.filter((one) => !isInjected(this.search, bareValue(one)));
    for (const one of bare) {
      const deferral = this.handIns.findDeferralOf(one, flow.handedBack);
      if (deferral !== undefined) return `, and so it is where that is put: ${deferral}`;
    }
    // An envelope is never falsy.
    const isAmbiguous = flow.isTested && !messages.every((one) => this.#isObject(one));
    if (isAmbiguous) return `, and what waits need not be an object: ${list.placeOf(post)}`;
    const linked = [...flow.posts].flatMap((one) => deferred.get(one)?.linked ?? []);
    const declined = bare.some((one) => list.isDeclined(placeOf(one), 'dispatch'));
    const callbacks = new KeptCallbacks(project, flow.handedBack);
    for (const one of bare) {
      if (declined) this.#decline(placeOf(one));
      else this.posts.handIn(one, placeOf(one), linked);
      if (!declined)
        for (const callback of callbacks.beside(one))
          this.posts.keepInContext(callback, placeOf(one), linked);
    }
    for (const one of flow.posts) {
      if (declined) this.posts.refuse(one, 'declined');
      else if (!bare.some((given) => given === one.arguments[0])) this.posts.leaveInjected(one, 'handed-in');
    }
    return flow.posts;
  }

  /** A post that a run before has seen to. */
  #isPostInjected(call: ts.CallExpression): boolean {
    const { list } = this.search;
    const [message] = call.arguments;
    const isDone =
      this.posts.doubtful.has(call) ||
      list.sites.get(list.idOf(call, 'dispatch'))?.outcome === 'already-traced';
    return isDone && message !== undefined && isInjected(this.search, bareValue(message));
  }

  #decline(at: ts.Node): void {
    const reason = REASONS.declined();
    this.search.list.add(at, { kind: 'dispatch', outcome: 'refused', code: 'declined', reason });
  }

  #isObject(given: ts.Expression, seen = new Set<ts.Node>()): boolean {
    const node = bareValue(given);
    if (isInjected(this.search, node) && ts.isCallExpression(node) && node.arguments[0])
      return this.#isObject(node.arguments[0], seen);
    const parameter = untypedParameterAt(this.search, node);
    if (parameter) {
      const all = seen.has(parameter) ? [] : this.#given.of(parameter);
      seen.add(parameter);
      // Where all that is given is given by calls that can be seen.
      return all !== undefined && !parameter.initializer && all.every((one) => this.#isObject(one, seen));
    }
    const { checker } = this.search.project;
    const type = checker.getTypeAtLocation(node);
    const bound = checker.getBaseConstraintOfType(type) ?? type;
    const parts = bound.isUnion() ? bound.types : [bound];
    return parts.every(({ flags }) => (flags & (ts.TypeFlags.Object | ts.TypeFlags.NonPrimitive)) !== 0);
  }
}
