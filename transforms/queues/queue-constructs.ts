import { dirname } from 'node:path';
import { ts } from 'ts-morph';
import { REASONS } from '../engine/sites/reasons.js';
import { isFunctionLiteral } from './job-arguments.js';
import { bindAround, isWithinBinding, waits } from './queue-edits.js';
import type { Call } from './queue-edits.js';
import type { QueueSearch } from './queue-search.js';
import { unwrap } from './queue-syntax.js';
import { RUNTIME } from './runtime-names.js';

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

  /** Which version is used, for people, where it keeps the context itself in all of these places. */
  keepingVersion(nodes: readonly ts.Node[]): string | undefined {
    const { project, library } = this.search;
    const used = nodes.map((node) =>
      project.versions.unsupported(dirname(node.getSourceFile().fileName), library.name, library.loses),
    );
    return used.every((one) => one !== undefined) ? used[0] : undefined;
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
    const worker = library.buildsWrapped ? findWrapped(given) : given.at(library.worker === 'first' ? 0 : -2);
    // `throat(2)` takes its jobs later.
    if (library.buildsWrapped && !worker) return;
    const kept = this.keepingVersion([call]);
    if (kept !== undefined) this.#leave(call, `${kept}, which keeps the context itself`);
    else if (isWithinBinding(this.search, call)) {
      this.#leave(call, null);
      this.search.dependents.add(call.getSourceFile().fileName);
    } else if (given.some(ts.isSpreadElement)) this.#refuse(call, 'arguments are spread');
    else if (!worker) this.#refuse(call, 'the queue is built without one');
    else if (waits(call)) this.#refuse(call, 'the arguments wait for something');
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

  #leave(call: Call, reason: string | null): void {
    this.search.list.add(call, { kind: 'construct', outcome: 'already-traced', reason });
    this.#bound.add(call);
  }

  #refuse(node: ts.Node, detail: string): void {
    const reason = REASONS['unbound-job'](detail);
    this.search.list.add(node, { kind: 'construct', outcome: 'refused', code: 'unbound-job', reason });
    this.#refused.add(node);
  }
}

/** The function that `throat(2, job)` and `throat(job, 2)` are built with. */
function findWrapped([first, second]: readonly ts.Expression[]): ts.Expression | undefined {
  if (!first || !second) return undefined;
  const isFirst = isFunctionLiteral(unwrap(first)) || ts.isNumericLiteral(unwrap(second));
  return isFirst ? first : second;
}
