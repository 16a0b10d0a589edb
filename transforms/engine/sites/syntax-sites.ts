import { ts } from 'ts-morph';
import { isMocking } from '../proof/mocked-modules.js';

/** The places in a file that have the form of a site; whether they are any is for the proofs to say. */
export interface SyntaxSites {
  readonly constructs: ts.NewExpression[];
  readonly heritages: ts.Expression[];
  /** `receiver.verb`, called or not. */
  readonly members: (ts.PropertyAccessExpression | ts.ElementAccessExpression)[];
  /** `const { verb } = receiver`. */
  readonly taken: ts.BindingElement[];
  /** Names that are given away as values: arguments, properties, elements. */
  readonly given: ts.Identifier[];
  /** `jest.mock('library')` and the like. */
  readonly mocks: ts.CallExpression[];
}

function unwrapParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? unwrapParentheses(node.expression) : node;
}

/** The text of a name or of a string; `undefined` for all else. */
function textOf(node: ts.Expression | undefined): string | undefined {
  const inner = node && unwrapParentheses(node);
  return inner && (ts.isIdentifier(inner) || ts.isStringLiteral(inner)) ? inner.text : undefined;
}

function memberName(node: ts.Node): string | undefined {
  if (ts.isElementAccessExpression(node)) return textOf(node.argumentExpression);
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  // <pool.run />
  return ts.isJsxOpeningLikeElement(node.parent) || ts.isJsxClosingElement(node.parent)
    ? undefined
    : node.name.text;
}

/** Whether all below a node is types: a name there is no receiver. */
function isTypeOnly(node: ts.Node): boolean {
  return ts.isTypeNode(node)
    ? !ts.isExpressionWithTypeArguments(node) || !isSuperclass(node)
    : ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

function isSuperclass(node: ts.ExpressionWithTypeArguments): boolean {
  return (
    !ts.isHeritageClause(node.parent) ||
    (node.parent.token === ts.SyntaxKind.ExtendsKeyword && ts.isClassLike(node.parent.parent))
  );
}

/** Whether a name, or a member of it, is used as a value by code that may do anything with it. */
function isGiven(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node && isGiven(parent);
  if (ts.isCallOrNewExpression(parent)) return parent.expression !== node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return ts.isArrayLiteralExpression(parent) || ts.isShorthandPropertyAssignment(parent);
}

/** Finds by syntax, in one pass. */
export function findSyntaxSites(
  file: ts.SourceFile,
  verbs: readonly string[],
  isLibrary: (specifier: string) => boolean,
): SyntaxSites {
  const sites: SyntaxSites = { constructs: [], heritages: [], members: [], taken: [], given: [], mocks: [] };
  const visit = (node: ts.Node): void => {
    if (isTypeOnly(node)) return;
    if (ts.isNewExpression(node)) sites.constructs.push(node);
    else if (ts.isCallExpression(node)) {
      const specifier = textOf(node.arguments[0]);
      if (specifier !== undefined && isLibrary(specifier) && isMocking(node)) sites.mocks.push(node);
    } else if (ts.isClassLike(node)) {
      const clause = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
      const superclass = clause?.types[0]?.expression;
      if (superclass) sites.heritages.push(unwrapParentheses(superclass));
    } else if (verbs.includes(memberName(node) ?? '')) {
      sites.members.push(node as ts.PropertyAccessExpression | ts.ElementAccessExpression);
    } else if (ts.isBindingElement(node)) {
      if (verbs.includes(textOf((node.propertyName ?? node.name) as ts.Expression) ?? ''))
        sites.taken.push(node);
    } else if (ts.isIdentifier(node) && isGiven(node)) sites.given.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return sites;
}
