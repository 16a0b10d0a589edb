import { ts } from 'ts-morph';
import { requiredSpecifier } from '../proof/functions.js';
import type { Project } from '../project.js';

/** A place where the code names the library's class, to be renamed. */
export interface ClassReference {
  /** The whole name: `Piscina`, `piscina.Piscina`, `require('piscina').Piscina`. */
  readonly node: ts.Expression | ts.EntityName;
  readonly isType: boolean;
  /** The export of the executors' module that takes its place. */
  readonly executor: string;
  /** The call that becomes a construction. */
  readonly call?: ts.CallExpression;
  /** It stays, and what it is becomes the argument of a call of the export. */
  readonly isWrapped?: true;
  /** The id of the site that it belongs to. */
  readonly site: string;
}

function leftmost(node: ts.Node): ts.Node {
  if (ts.isPropertyAccessExpression(node)) return leftmost(node.expression);
  if (ts.isQualifiedName(node)) return leftmost(node.left);
  if (ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node) || ts.isAsExpression(node)) {
    return leftmost(node.expression);
  }
  return node;
}

/** The identifier that a reference starts with; `undefined` for an inline `require()`. */
export function rootIdentifier({ node }: ClassReference): ts.Identifier | undefined {
  const root = leftmost(node);
  return ts.isIdentifier(root) ? root : undefined;
}

/** The `require()` or `import()` that a reference starts with. */
export function rootRequire({ node }: ClassReference): ts.CallExpression | undefined {
  const root = leftmost(node);
  return ts.isCallExpression(root) && requiredSpecifier(root) !== undefined ? root : undefined;
}

/** Whether a reference starts with something that can be left out, once the whole is replaced by a name. */
export function isNameable(reference: ClassReference): boolean {
  return (
    isOfThis(reference) || rootIdentifier(reference) !== undefined || rootRequire(reference) !== undefined
  );
}

/** Whether a reference starts with `this`, and so with no declaration. */
export function isOfThis({ node }: ClassReference): boolean {
  return leftmost(node).kind === ts.SyntaxKind.ThisKeyword;
}

/** All identifiers of a file that mean a symbol, which goes by one of these names in it, but for those that declare it. */
export function referencesTo(
  project: Project,
  symbol: ts.Symbol,
  names: ReadonlySet<string>,
  file: ts.SourceFile,
): ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const { checker } = project;
  const visit = (node: ts.Node): void => {
    // What an identifier means costs far more to find out than how it is spelt.
    if (ts.isIdentifier(node) && names.has(node.text) && means(node) && !isDeclaredName(node))
      found.push(node);
    // A JSDoc comment may name the class as well; it is not a child of what it describes.
    (node as { jsDoc?: readonly ts.JSDoc[] }).jsDoc?.forEach(visit);
    ts.forEachChild(node, visit);
  };
  const means = (node: ts.Identifier): boolean => {
    // A type in a comment may mean more to the user's compiler than to ours.
    const isInComment = (node.flags & ts.NodeFlags.JSDoc) !== 0 && !ts.isImportTypeNode(node.parent);
    return isInComment || meaning(node) === symbol;
  };
  const meaning = (node: ts.Identifier): ts.Symbol | undefined => {
    if (ts.isShorthandPropertyAssignment(node.parent))
      return checker.getShorthandAssignmentValueSymbol(node.parent);
    if (ts.isExportSpecifier(node.parent)) return checker.getExportSpecifierLocalTargetSymbol(node.parent);
    return checker.getSymbolAtLocation(node);
  };
  visit(file);
  return found;
}

function isDeclaredName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    ts.isImportSpecifier(parent) ||
    ts.isImportClause(parent) ||
    ts.isNamespaceImport(parent) ||
    (ts.isImportEqualsDeclaration(parent) && parent.name === node) ||
    ((ts.isVariableDeclaration(parent) || ts.isBindingElement(parent)) &&
      (parent.name === node || (ts.isBindingElement(parent) && parent.propertyName === node)))
  );
}
