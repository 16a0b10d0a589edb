import { ts } from 'ts-morph';
import { requiredSpecifier } from './functions.js';

/** A place in the code on the way from a site to the library. */
export interface ProofPlace {
  readonly node: ts.Node;
  readonly text: string;
  /** The file of the workers that it names. */
  readonly worker?: string;
}

function isImport(node: ts.Node): boolean {
  return (
    ts.isImportClause(node) ||
    ts.isImportSpecifier(node) ||
    ts.isNamespaceImport(node) ||
    ts.isImportEqualsDeclaration(node) ||
    requiredSpecifier(node) !== undefined
  );
}

/** What a node says of where a value comes from; `undefined` where it is only passed through. */
function describe(node: ts.Node): string | undefined {
  if (isImport(node)) return 'is imported here';
  if (ts.isNewExpression(node)) return 'is built here';
  if (ts.isClassLike(node)) return 'is this class';
  if (ts.isParameter(node)) return 'is a parameter here';
  if (ts.isFunctionLike(node)) return 'comes out of this function';
  if (ts.isElementAccessExpression(node)) return 'is taken out of a collection here';
  if (
    ts.isVariableDeclaration(node) ||
    ts.isBindingElement(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isPropertySignature(node)
  )
    return 'is declared here';
  const { parent } = node as { parent?: ts.Node };
  return parent && ts.isBinaryExpression(parent) && parent.right === node ? 'is assigned here' : undefined;
}

/** Records which nodes were looked at to evaluate which, so that a proof can be told. */
export class ProofTrail {
  readonly #children = new Map<ts.Node, Set<ts.Node>>();
  readonly #stack: ts.Node[] = [];

  enter(node: ts.Node): void {
    const parent = this.#stack.at(-1);
    if (parent) {
      const known = this.#children.get(parent);
      if (known) known.add(node);
      else this.#children.set(parent, new Set([node]));
    }
    this.#stack.push(node);
  }

  leave(): void {
    this.#stack.pop();
  }

  /** The places that a node's value was proven by, in the order they were looked at, each once. */
  placesFrom(node: ts.Node, matters: (node: ts.Node) => boolean): ProofPlace[] {
    const places: ProofPlace[] = [];
    const seen = new Set<ts.Node>();
    const visit = (one: ts.Node): void => {
      if (seen.has(one)) return;
      seen.add(one);
      const text = describe(one);
      if (text !== undefined) places.push({ node: one, text });
      for (const child of this.#children.get(one) ?? []) if (matters(child)) visit(child);
    };
    visit(node);
    return places;
  }
}
