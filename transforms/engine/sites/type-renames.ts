import { ts } from 'ts-morph';
import { insertAt } from '../edits/text-spans.js';
import { executorNameFor } from '../proof/library.js';
import {
  intersectedReferences,
  isExecutorName,
  isExtendedPoolType,
  valueOfName,
} from '../proof/type-references.js';
import type { ClassReference } from './class-references.js';
import type { PoolSearch } from './pool-search.js';

/** The `as T` around a construction. */
function assertionAround(node: ts.Node): ts.AsExpression | ts.TypeAssertion | undefined {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return assertionAround(parent);
  const isAssertion = ts.isAsExpression(parent) || ts.isTypeAssertionExpression(parent);
  return isAssertion && parent.expression === node ? parent : undefined;
}

/** Types that go along with the pools that they describe. */
export class TypeRenames {
  /** The names to be replaced by the executor's. */
  readonly references: ClassReference[] = [];
  readonly #renamed = new Set<ts.EntityName>();

  constructor(private readonly search: PoolSearch) {}

  /** The export of the executors' module that a name in a type becomes, or is. */
  executorFor(name: ts.EntityName): string {
    const { definition, evaluator } = this.search;
    const value = valueOfName(evaluator, name);
    if (value.kind === 'executor') return value.name;
    return executorNameFor(definition, value.kind === 'export' ? value.name : 'default');
  }

  rename(name: ts.EntityName): void {
    if (this.#renamed.has(name)) return;
    this.#renamed.add(name);
    if (isExecutorName(this.search.evaluator, name)) return;
    const site = this.search.list.add(name, { kind: 'type', outcome: 'rewritten' });
    this.references.push({ node: name, isType: true, executor: this.executorFor(name), site });
  }

  /**
   * Renames in what a construction is asserted to be: `new Worker() as Worker & Api` is no longer possible once the
   * executor has members that this type has not.
   */
  renameAssertion(construct: ts.Node): void {
    const { evaluator, list } = this.search;
    const assertion = assertionAround(construct);
    if (!assertion) return;
    const { type } = assertion;
    for (const name of intersectedReferences(evaluator, type)) this.rename(name);
    if (!ts.isAsExpression(assertion) || !isExtendedPoolType(evaluator, type)) return;
    const site = list.add(type, { kind: 'type', outcome: 'rewritten' });
    list.edit(type.getSourceFile().fileName, insertAt(type.getStart(), 'unknown as '), site, 'type');
  }
}
