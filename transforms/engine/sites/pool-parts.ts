import { ts } from 'ts-morph';
import type { PoolSearch } from './pool-search.js';

/** What a pool is made of: constructions, all of them if nothing is unknown. */
export interface PoolParts {
  readonly parts: readonly ts.Node[];
  /** Why they are not all known. */
  readonly unknown?: string;
}

/** Finds what a pool is made of, where the library wants that given; nothing where it does not. */
export function findParts(search: PoolSearch, construct: ts.Node): PoolParts {
  const { definition, evaluator } = search;
  const index = definition.partArgument;
  if (index === undefined || !ts.isCallOrNewExpression(construct)) return { parts: [] };
  const given = construct.arguments?.slice(0, index + 1) ?? [];
  const argument = given[index];
  const describe = (unknown: string): PoolParts => ({ parts: partsWithin(construct, search), unknown });
  if (!argument || given.some(ts.isSpreadElement)) return describe('no function is given here');
  const value = evaluator.evaluate(argument);
  if (value.kind !== 'function') return describe('the function cannot be followed');
  const result = evaluator.resultOf(value);
  if (result.kind === 'part') return { parts: result.constructs };
  return describe(result.kind === 'unknown' ? result.reason : 'the function gives something else');
}

/** The parts that are built within a node, or by what it names, whatever becomes of them. */
function partsWithin(root: ts.Node, { evaluator, project }: PoolSearch): ts.Node[] {
  const found = new Set<ts.Node>();
  const seen = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    const value = ts.isIdentifier(node) || ts.isNewExpression(node) ? evaluator.evaluate(node) : undefined;
    if (value?.kind === 'part') for (const construct of value.constructs) found.add(construct);
    if (value?.kind === 'function') visit(value.declaration);
    if (ts.isIdentifier(node)) {
      const declaration = project.checker.getSymbolAtLocation(node)?.valueDeclaration;
      if (declaration && ts.isVariableDeclaration(declaration)) ts.forEachChild(declaration, visit);
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return [...found];
}
