import { ts } from 'ts-morph';
import { Evaluator } from '../engine/proof/evaluator.js';
import type { Value } from '../engine/proof/values.js';
import type { Project } from '../engine/project.js';
import { isFunctionLiteral } from './job-arguments.js';
import { unwrap } from './queue-syntax.js';
import { RUNTIME } from './runtime-names.js';

/** The expression that a function consists of, through `return` and `await`. */
function soleExpression({ body }: ts.ArrowFunction | ts.FunctionExpression): ts.Expression | undefined {
  let node: ts.Node | undefined = body;
  if (ts.isBlock(body)) {
    const [statement, ...more] = body.statements;
    const isSole = statement && more.length === 0;
    node =
      isSole && (ts.isReturnStatement(statement) || ts.isExpressionStatement(statement))
        ? statement.expression
        : undefined;
  }
  while (node && (ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node))) node = node.expression;
  return node as ts.Expression | undefined;
}

/**
 * Tells which jobs have a context of their own already: by `context.bind` of OpenTelemetry, by
 * https://nodejs.org/api/async_context.html, or by our own `bind`.
 */
export class BoundJobs {
  readonly #evaluator: Evaluator;

  constructor(private readonly project: Project) {
    this.#evaluator = new Evaluator(project, {
      packages: ['@opentelemetry/api', 'async_hooks', 'node:async_hooks'],
      classExports: ['AsyncResource', 'AsyncLocalStorage'],
      isModuleTheDefault: true,
      executor: { module: RUNTIME.module, name: RUNTIME.bind },
    });
  }

  isBound(job: ts.Expression): boolean {
    const node = unwrap(job);
    if (ts.isCallExpression(node)) return this.#isBinding(node);
    if (isFunctionLiteral(node)) return this.#runsInContext(node);
    const origin = this.#constant(node);
    return origin !== undefined && this.isBound(origin);
  }

  /** `context.bind(active, job)`, `AsyncResource.bind(job)`, `resource.bind(job)`, `bind(job)`. */
  #isBinding({ expression }: ts.CallExpression): boolean {
    const callee = unwrap(expression);
    if (this.#evaluator.evaluate(callee).kind === 'executor') return true;
    if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'bind') return false;
    const owner = this.#evaluator.evaluate(callee.expression);
    return (
      owner.kind === 'instance' || this.#isExport(owner, ['context', 'AsyncResource', 'AsyncLocalStorage'])
    );
  }

  /** `() => inContext(job)`, where that is a snapshot, and `() => resource.runInAsyncScope(job)`. */
  #runsInContext(node: ts.ArrowFunction | ts.FunctionExpression): boolean {
    const call = soleExpression(node);
    if (!call || !ts.isCallExpression(call)) return false;
    const callee = unwrap(call.expression);
    if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'runInAsyncScope')
      return this.#evaluator.evaluate(callee.expression).kind === 'instance';
    const origin = this.#constant(callee);
    return origin !== undefined && this.#isSnapshot(unwrap(origin));
  }

  #isSnapshot(node: ts.Expression): boolean {
    if (!ts.isCallExpression(node)) return false;
    const callee = unwrap(node.expression);
    if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'snapshot') return false;
    return this.#isExport(this.#evaluator.evaluate(callee.expression), ['AsyncLocalStorage']);
  }

  #isExport(value: Value, names: readonly string[]): boolean {
    return value.kind === 'export' && names.includes(value.name);
  }

  /** What a name is declared with that nothing else is assigned to. */
  #constant(node: ts.Expression): ts.Expression | undefined {
    if (!ts.isIdentifier(node)) return undefined;
    const symbol = this.project.checker.getSymbolAtLocation(node);
    const [declaration] = symbol?.declarations ?? [];
    if (!symbol || !declaration || !ts.isVariableDeclaration(declaration)) return undefined;
    return this.#evaluator.assignments.to(symbol).length === 0 ? declaration.initializer : undefined;
  }
}
