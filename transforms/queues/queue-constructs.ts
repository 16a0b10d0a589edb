import { dirname } from 'node:path';
import { ts } from 'ts-morph';
import type { Site } from '../engine/contracts.js';
import { REASONS } from '../engine/sites/reasons.js';
import type { RefusalCode } from '../engine/sites/reasons.js';
import { findWorker, isFunctionLiteral } from './job-arguments.js';
import { hasUntypedParameters, losesType, UNTYPED_PARAMETERS } from './lost-types.js';
import { bindAround, isWithinBinding, takesJobsLater, waits } from './queue-edits.js';
import type { Call } from './queue-edits.js';
import type { QueueSearch } from './queue-search.js';
import { unwrap } from './queue-syntax.js';
import { RUNTIME } from './runtime-names.js';

/** What becomes of a site without an edit. */
export type Verdict = Pick<Site, 'outcome'> & Partial<Pick<Site, 'code' | 'reason'>>;

/** Finds where queues are built whose worker takes what is pushed, and has the worker bound there. */
export class QueueConstructs {
  readonly #bound = new Set<ts.Node>();
  readonly #refused = new Set<ts.Node>();

  constructor(private readonly search: QueueSearch) {}

  /** Whether the project has such queues, and none of them was refused. */
  get areAllBound(): boolean {
    return this.search.project.isComplete && this.#bound.size > 0 && this.#refused.size === 0;
  }

  isBound(construct: ts.Node): boolean {
    return this.#bound.has(construct);
  }

  /** What becomes of calls on queues built in these places, where nothing is lost by them: so says their version. */
  judgeVersion(nodes: readonly ts.Node[]): Verdict | undefined {
    const { versions } = this.search.project;
    const { name, loses } = this.search.library;
    const folders = nodes.map((node) => dirname(node.getSourceFile().fileName));
    const [used, ...more] = folders.map((folder) => versions.unsupported(folder, name, loses));
    if (used === undefined || more.includes(undefined)) return undefined;
    const [folder = ''] = folders;
    if (!versions.isOwn(folder, name))
      return { outcome: 'already-traced', reason: `${used}, which keeps the context itself` };
    const code = 'unsupported-version';
    return { outcome: 'refused', code, reason: REASONS[code](used) };
  }

  find(): void {
    const { library, syntax, evaluator } = this.search;
    if (library.worker === undefined && !library.buildsWrapped) return;
    for (const { calls, heritages } of syntax.values()) {
      for (const call of calls) if (this.#isConstruct(call)) this.#findConstruct(call);
      if (library.worker === undefined) continue;
      for (const heritage of heritages) {
        const value = evaluator.evaluate(heritage);
        if (evaluator.isClass(value) && value.kind !== 'executor')
          this.#refuse(heritage, 'a subclass hands its worker to its parent');
      }
    }
  }

  #isConstruct(call: Call): boolean {
    const { evaluator } = this.search;
    const callee = evaluator.evaluate(call.expression);
    if (ts.isCallExpression(call)) return evaluator.isFactory(callee);
    return evaluator.isClass(callee) && callee.kind !== 'executor';
  }

  #findConstruct(call: Call): void {
    const { library, project } = this.search;
    const given = call.arguments ?? [];
    const worker = this.#findWorker(given);
    if (library.buildsWrapped && ts.isCallExpression(call) && takesJobsLater(call)) return;
    const verdict = this.judgeVersion([call]);
    if (verdict) this.#leave(call, verdict);
    else if (isWithinBinding(this.search, call)) {
      this.#leave(call, { outcome: 'already-traced' });
      this.search.dependents.add(call.getSourceFile().fileName);
    } else if (given.some(ts.isSpreadElement)) this.#refuse(call, 'arguments are spread');
    else if (!worker) this.#refuse(call, 'it cannot be told which argument that is');
    else if (waits(call)) this.#refuse(call, 'the arguments wait for something');
    else if (given.some((one) => one !== worker && losesType(project.checker, one)))
      this.#refuse(call, 'an argument would lose the type that it has here');
    else if (call.typeArguments && library.isOverloaded && hasUntypedParameters(worker))
      this.#refuse(call, UNTYPED_PARAMETERS);
    else if (this.search.list.isDeclined(call, 'construct')) this.#refuse(call, '', 'declined');
    else {
      bindAround(this.search, call, worker, {
        name: library.buildsWrapped ? RUNTIME.bindCalls : RUNTIME.bindQueue,
        kind: 'construct',
      });
      this.#bound.add(call);
    }
    if (project.isExplained)
      this.search.list.prove(
        this.search.list.idOf(call, 'construct'),
        this.search.evaluator.placesFrom(call.expression),
      );
  }

  #findWorker(given: readonly ts.Expression[]): ts.Expression | undefined {
    const { library, project } = this.search;
    if (library.buildsWrapped) return findWrapped(given);
    return library.worker === 'after-context' ? findWorker(project.checker, given) : given[0];
  }

  #leave(call: Call, verdict: Verdict): void {
    this.search.list.add(call, { kind: 'construct', ...verdict });
    this.#bound.add(call);
  }

  #refuse(node: ts.Node, detail: string, code: RefusalCode = 'unbound-job'): void {
    const reason = REASONS[code](detail);
    this.search.list.add(node, { kind: 'construct', outcome: 'refused', code, reason });
    this.#refused.add(node);
  }
}

/** The function that `throat(2, job)` and `throat(job, 2)` are built with. */
function findWrapped([first, second]: readonly ts.Expression[]): ts.Expression | undefined {
  if (!first || !second) return undefined;
  const isFirst = isFunctionLiteral(unwrap(first)) || ts.isNumericLiteral(unwrap(second));
  return isFirst ? first : second;
}
