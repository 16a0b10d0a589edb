import { ts } from 'ts-morph';
import { insertAt } from '../engine/edits/text-spans.js';
import { REASONS, TRACED_AS_IT_IS } from '../engine/sites/reasons.js';
import type { RefusalCode } from '../engine/sites/reasons.js';
import { findJobs } from './job-arguments.js';
import { findBindings } from './job-bindings.js';
import type { QueueConstructs } from './queue-constructs.js';
import { hasUntypedParameters, UNTYPED_PARAMETERS } from './lost-types.js';
import { bindAround, isWithinBinding, waits } from './queue-edits.js';
import { findReceiver, givenToEach, isGivenAway, takesFunction } from './queue-receivers.js';
import { importsOf } from './queue-search.js';
import type { QueueSearch } from './queue-search.js';
import { memberName, unwrap } from './queue-syntax.js';
import type { Member } from './queue-syntax.js';
import type { JobPosition } from './queue-library.js';
import { RUNTIME } from './runtime-names.js';

/** Finds the calls on queues, and binds the jobs that they are given. */
export class QueueCalls {
  constructor(
    private readonly search: QueueSearch,
    private readonly constructs: QueueConstructs,
  ) {}

  find(): void {
    for (const { calls, members } of this.search.syntax.values()) {
      for (const call of calls) if (ts.isCallExpression(call)) this.#findCall(call);
      for (const member of members) this.#findMember(member);
    }
  }

  #findCall(call: ts.CallExpression): void {
    const { jobs, called, pushes = [], wraps = [] } = this.search.library;
    const callee = unwrap(call.expression);
    const verb = memberName(callee) ?? '';
    const target = verb === '' ? undefined : (callee as Member).expression;
    const position = Object.hasOwn(jobs, verb) ? jobs[verb] : undefined;
    if (target && position !== undefined) this.#find(call, target, () => this.#bindJobs(call, position));
    else if (target && wraps.includes(verb)) this.#find(call, target, () => this.#bindCalls(call));
    else if (target && pushes.includes(verb))
      this.#find(call, target, (found) => this.#findPush(call, found));
    else if (called && call.arguments.length > 0 && this.#isQueue(callee))
      this.#find(call, callee, () => this.#bindJobs(call, called));
    const given = called && givenToEach(call);
    if (given && this.#isQueue(given)) this.#findGiven(given, given);
  }

  #isQueue(callee: ts.Expression): boolean {
    if (callee.kind === ts.SyntaxKind.SuperKeyword || callee.kind === ts.SyntaxKind.ImportKeyword)
      return false;
    return 'constructs' in (findReceiver(this.search, callee) ?? {});
  }

  #find(
    call: ts.CallExpression,
    target: ts.Expression,
    decide: (constructs: readonly ts.Node[]) => void,
  ): void {
    const receiver = findReceiver(this.search, target);
    if (!receiver) return;
    if ('unknown' in receiver) {
      if (receiver.isQueue || takesFunction(call)) this.#refuse(call, 'unproven-receiver', receiver.unknown);
    } else {
      const { constructs } = receiver;
      const verdict = this.constructs.judgeVersion(constructs.length > 0 ? constructs : [call]);
      if (verdict) this.search.list.add(call, { kind: 'dispatch', ...verdict });
      else decide(constructs);
    }
    const { list, evaluator, project } = this.search;
    if (project.isExplained) list.prove(list.idOf(call, 'dispatch'), evaluator.placesFrom(target));
  }

  #bindJobs(call: ts.CallExpression, position: JobPosition): void {
    const { project, boundJobs, list } = this.search;
    const found = findJobs(project.checker, call.arguments, position);
    if ('problem' in found) {
      this.#refuse(call, 'unbound-job', found.problem);
      return;
    }
    const jobs = 'jobs' in found ? found.jobs : [];
    if ('jobs' in found && jobs.length === 0) return;
    if (this.search.library.isOverloaded && jobs.some(hasUntypedParameters)) {
      this.#refuse(call, 'unbound-job', UNTYPED_PARAMETERS);
      return;
    }
    const bindings = findBindings(found, (job) => boundJobs.isBound(job));
    if (bindings.length === 0) this.#leave(call, TRACED_AS_IT_IS.bound);
    else if (project.minimal) this.#refuse(call, 'minimal');
    else if (list.isDeclined(call, 'dispatch')) this.#refuse(call, 'declined');
    else {
      const imports = importsOf(this.search, call);
      const bind = imports.nameFor(RUNTIME.bind, call.getStart());
      const site = list.add(call, { kind: 'dispatch', outcome: 'rewritten', variant: 'bind' });
      for (const { at, toText } of bindings)
        list.edit(call.getSourceFile().fileName, insertAt(at, toText(bind)), site, 'dispatch');
    }
  }

  #bindCalls(call: ts.CallExpression): void {
    const [job] = call.arguments;
    if (isWithinBinding(this.search, call)) {
      this.#leave(call, null);
      this.search.dependents.add(call.getSourceFile().fileName);
    } else if (!job || ts.isSpreadElement(job)) this.#refuse(call, 'unbound-job', 'there is none');
    else if (waits(call)) this.#refuse(call, 'unbound-job', 'the arguments wait for something');
    else if (this.search.project.minimal) this.#refuse(call, 'minimal');
    else if (this.search.list.isDeclined(call, 'dispatch')) this.#refuse(call, 'declined');
    else bindAround(this.search, call, job, { name: RUNTIME.bindCalls, kind: 'dispatch' });
  }

  /** What is pushed keeps its context where the queue's worker is bound. */
  #findPush(call: ts.CallExpression, constructs: readonly ts.Node[]): void {
    const isBound = constructs.every((construct) => this.constructs.isBound(construct));
    if (!isBound) this.#refuse(call, 'unmigrated-pool', 'see its construction');
    else if (constructs.length === 0 && !this.constructs.areAllBound) this.#refuse(call, 'untied-pool');
    else this.#leave(call, TRACED_AS_IT_IS.pushed);
  }

  /** `items.forEach(queue.add)`, `const { add } = queue`: whose jobs those are is decided where nobody sees it. */
  #findMember(member: Member): void {
    const verb = memberName(member) ?? '';
    const { jobs, wraps = [] } = this.search.library;
    if (!(Object.hasOwn(jobs, verb) || wraps.includes(verb)) || !isGivenAway(member)) return;
    this.#findGiven(member, member.expression);
  }

  #findGiven(node: ts.Expression, queue: ts.Expression): void {
    const receiver = findReceiver(this.search, queue);
    if (!receiver || !('constructs' in receiver)) return;
    const { constructs } = receiver;
    const verdict = this.constructs.judgeVersion(constructs.length > 0 ? constructs : [node]);
    if (verdict) this.search.list.add(node, { kind: 'dispatch', ...verdict });
    else this.#refuse(node, 'given-method');
  }

  #leave(node: ts.Node, reason: string | null): void {
    this.search.list.add(node, { kind: 'dispatch', outcome: 'already-traced', variant: 'bind', reason });
  }

  #refuse(node: ts.Node, code: RefusalCode, detail = ''): void {
    const reason = REASONS[code](detail);
    this.search.list.add(node, { kind: 'dispatch', outcome: 'refused', code, reason });
  }
}
