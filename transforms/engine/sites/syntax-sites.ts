import { ts } from 'ts-morph';
import { requiredSpecifier } from '../proof/functions.js';
import { isMocking } from '../proof/mocked-modules.js';

/** The places in a file that have the form of a site; whether they are any is for the proofs to say. */
export interface SyntaxSites {
  readonly constructs: ts.NewExpression[];
  /** Calls that may build something; empty unless asked for. */
  readonly calls: ts.CallExpression[];
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

/** What is looked for. */
export interface SyntaxQuery {
  isVerb(name: string): boolean;
  isLibrary(specifier: string): boolean;
  /** Whether the verbs are whatever is not excepted; then only members that are called count. @default false */
  readonly isAnyMethod?: boolean;
  /** Whether the library builds its pools when a function is called. @default false */
  readonly hasFactories?: boolean;
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

/** `create.bind`, and the like: what is called then is not named where it is. */
export function isBinding({ name, parent }: ts.PropertyAccessExpression): boolean {
  return /^(?:bind|call|apply)$/.test(name.text) && ts.isCallExpression(parent);
}

/** Whether a name, or a member of it, is used as a value by code that may do anything with it. */
function isGiven(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent))
    return parent.expression === node && (isBinding(parent) || isGiven(parent));
  if (ts.isCallOrNewExpression(parent)) return parent.expression !== node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return ts.isArrayLiteralExpression(parent) || ts.isShorthandPropertyAssignment(parent);
}

/** Whether a member is called, behind parentheses, `!` and `as`, or by `call` and the like. */
function isCallee(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node && isBinding(parent);
  const isWrapped =
    ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent) || ts.isAsExpression(parent);
  return isWrapped && isCallee(parent);
}

/** Finds by syntax, in one pass. */
export function findSyntaxSites(
  file: ts.SourceFile,
  { isVerb, isLibrary, isAnyMethod = false, hasFactories = false }: SyntaxQuery,
): SyntaxSites {
  const sites: SyntaxSites = {
    constructs: [],
    calls: [],
    heritages: [],
    members: [],
    taken: [],
    given: [],
    mocks: [],
  };
  const isDispatch = (node: ts.Node): boolean => {
    if (!isAnyMethod) return isVerb(memberName(node) ?? '');
    const isMember = ts.isElementAccessExpression(node) || memberName(node) !== undefined;
    return isMember && isVerb(memberName(node) ?? '') && isCallee(node);
  };
  const visit = (node: ts.Node): void => {
    if (isTypeOnly(node)) return;
    if (ts.isNewExpression(node)) sites.constructs.push(node);
    else if (ts.isCallExpression(node)) {
      const [mocked] = node.arguments;
      const specifier = textOf(mocked) ?? (mocked && requiredSpecifier(mocked));
      if (specifier !== undefined && isLibrary(specifier) && isMocking(node)) sites.mocks.push(node);
      if (hasFactories) sites.calls.push(node);
    } else if (ts.isClassLike(node)) {
      const clause = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
      const superclass = clause?.types[0]?.expression;
      if (superclass) sites.heritages.push(unwrapParentheses(superclass));
    } else if (isDispatch(node)) {
      sites.members.push(node as ts.PropertyAccessExpression | ts.ElementAccessExpression);
    } else if (ts.isBindingElement(node)) {
      if (isVerb(textOf((node.propertyName ?? node.name) as ts.Expression) ?? '')) sites.taken.push(node);
    } else if (ts.isIdentifier(node) && isGiven(node)) sites.given.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return sites;
}
