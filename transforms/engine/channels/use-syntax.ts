import { ts } from 'ts-morph';
import { isEquality, isTested } from './value-syntax.js';

const HANDLER = /^on[a-z]+$/;

/** What the use of a name is a part of, and means the same: `this.run`, `pool['run']!`. */
export function wholeOf(use: ts.Node): ts.Node {
  const { parent } = use;
  const isMember =
    (ts.isPropertyAccessExpression(parent) && parent.name === use) ||
    (ts.isElementAccessExpression(parent) && parent.argumentExpression === use);
  const isAround =
    ts.isNonNullExpression(parent) || ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent);
  return isMember || isAround ? wholeOf(parent) : use;
}

/** Whether what a declaration says goes out of its file by name: whoever calls it hands something in. */
export function isExporting(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isExportSpecifier(parent) || ts.isExportAssignment(parent)) return true;
  if (ts.isShorthandPropertyAssignment(parent) || ts.isPropertyAssignment(parent)) return isExporting(parent);
  if (!ts.isBinaryExpression(parent) || parent.right !== node)
    return ts.isObjectLiteralExpression(parent) && isExporting(parent);
  return /^(?:module\.)?exports\b/.test(parent.left.getText());
}

/** The name by which a function is called that is part of what another returns: `return { run }`. */
export function returnedAs(value: ts.Node): ts.Node | undefined {
  const property = value.parent;
  const isMember =
    ts.isShorthandPropertyAssignment(property) ||
    (ts.isPropertyAssignment(property) && property.initializer === value);
  if (!isMember || !ts.isIdentifier(property.name)) return undefined;
  let whole: ts.Node = property.parent;
  while (ts.isParenthesizedExpression(whole.parent) || ts.isAsExpression(whole.parent)) whole = whole.parent;
  const isReturned = ts.isReturnStatement(whole.parent) || ts.isArrowFunction(whole.parent);
  return isReturned ? property.name : undefined;
}

/** Whether a node only tells of a name: imports, types, the left side of an assignment. */
export function isMention(node: ts.Node): boolean {
  const { parent } = node;
  const isDeclared =
    ts.isImportSpecifier(parent) ||
    ts.isImportClause(parent) ||
    ts.isTypeReferenceNode(parent) ||
    ts.isTypeElement(parent) ||
    ts.isExpressionWithTypeArguments(parent) ||
    ts.isTypeQueryNode(parent);
  if (isDeclared || (ts.isClassElement(parent) && parent.name === node)) return true;
  const target = ts.isPropertyAccessExpression(parent) && parent.name === node ? parent : node;
  return ts.isBinaryExpression(target.parent) && target.parent.left === target && isAssigning(target.parent);
}

function isAssigning({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

/** Whether it only matters what a function is: `if (done)`, `run === other`, `x instanceof Class`. */
export function isAsked(value: ts.Node): boolean {
  const { parent } = value;
  if (!ts.isBinaryExpression(parent)) return ts.isExpression(value) && isTested(value);
  return (
    isEquality(parent) ||
    /^(?:instanceof|in)$/.test(parent.operatorToken.getText()) ||
    isTested(value as ts.Expression)
  );
}

/** Whether a call is given a name first, such as the path of a route: `router.get('/cloths', …)`. */
export function isNamed(call: ts.CallExpression | ts.NewExpression): boolean {
  const [first] = call.arguments ?? [];
  return (
    first !== undefined &&
    (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first) || ts.isRegularExpressionLiteral(first))
  );
}

/** A loop that goes on until something outside of it has changed, as those do that serve a backlog. */
export function isInLoop(node: ts.Node, owner: ts.Node): boolean {
  const loop = ts.findAncestor(node, (one) => {
    if (one === owner) return 'quit';
    if (ts.isWhileStatement(one) || ts.isDoStatement(one)) return true;
    return ts.isForStatement(one) && !one.condition;
  });
  return loop !== undefined;
}

export function isGenerator(owner: ts.Node): boolean {
  return (owner as { readonly asteriskToken?: ts.Node }).asteriskToken !== undefined;
}

/** What a function is the handler of: `port.onmessage = (event) => …`. */
export function handledBy(value: ts.Node): ts.PropertyAccessExpression | undefined {
  const { parent } = value;
  if (!ts.isBinaryExpression(parent) || parent.right !== value) return undefined;
  return ts.isPropertyAccessExpression(parent.left) && HANDLER.test(parent.left.name.text)
    ? parent.left
    : undefined;
}

export function isAssignedValue(parent: ts.Node, value: ts.Node): boolean {
  return (
    ts.isBinaryExpression(parent) &&
    parent.right === value &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}

/** Whether an expression reads what an object keeps, a number that it counts aside. */
export function isOfThis(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node))
    if (/^(?:\+\+|--)|(?:\+\+|--)$/.test(node.getText())) return false;
  if (node.kind === ts.SyntaxKind.ThisKeyword || node.kind === ts.SyntaxKind.SuperKeyword) return true;
  return ts.forEachChild(node, (child) => isOfThis(child) || undefined) ?? false;
}
