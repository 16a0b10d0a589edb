import { ts } from 'ts-morph';

function isWrapper(
  node: ts.Node,
): node is ts.NonNullExpression | ts.ParenthesizedExpression | ts.AsExpression | ts.SatisfiesExpression {
  return (
    ts.isNonNullExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node)
  );
}

/** An expression without parentheses and assertions around it. */
export function bareValue(node: ts.Expression): ts.Expression {
  return isWrapper(node) ? bareValue(node.expression) : node;
}

/** An expression with the parentheses and assertions that are around it. */
export function asValue(node: ts.Expression): ts.Expression {
  return isWrapper(node.parent) ? asValue(node.parent) : node;
}

/** Whether it only matters of a value if there is one: `if (task)`, `!task`, `task === undefined`. */
export function isTested(value: ts.Expression): boolean {
  const { parent } = value;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) return true;
  if (ts.isConditionalExpression(parent) || ts.isForStatement(parent)) return parent.condition === value;
  if (!ts.isBinaryExpression(parent)) return false;
  const { operatorToken, left, right } = parent;
  if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return left === value;
  const other = bareValue(left === value ? right : left);
  return /^[!=]==?$/.test(operatorToken.getText()) && /^(?:undefined|null)$/.test(other.getText());
}

/** The value of a property of an object that is written out, all of whose properties can be seen. */
export function propertyOf(literal: ts.ObjectLiteralExpression, key: string): ts.Expression | undefined {
  let found: ts.Expression | undefined;
  for (const property of literal.properties) {
    const { name } = property;
    if (!name || !(ts.isIdentifier(name) || ts.isStringLiteral(name))) return undefined;
    // A method may see the whole by its `this`.
    if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property)) return undefined;
    const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
    if (ts.isFunctionExpression(bareValue(value))) return undefined;
    if (name.text !== key) continue;
    if (found || (ts.isShorthandPropertyAssignment(property) && property.objectAssignmentInitializer))
      return undefined;
    found = value;
  }
  return found;
}

export function isAnd({ operatorToken }: ts.BinaryExpression): boolean {
  return operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
}

export function isEquality({ operatorToken }: ts.BinaryExpression): boolean {
  return /^[!=]==?$/.test(operatorToken.getText());
}

/** `tasks.shift() ?? urgent.shift()` */
export function isOr({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken;
}

/** The expressions of which one gives the value of another. */
export function alternativesOf(node: ts.Expression): readonly ts.Expression[] | undefined {
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  if (!ts.isBinaryExpression(node)) return undefined;
  if (isOr(node)) return [node.left, node.right];
  return isAnd(node) || isPlainAssignment(node) ? [node.right] : undefined;
}

export function isPlainAssignment({ operatorToken }: ts.BinaryExpression): boolean {
  return operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

export function isNothing(node: ts.Node): boolean {
  return /^(?:undefined|null)$/.test(node.getText());
}

export function isMember(use: ts.Node): boolean {
  return ts.isPropertyAccessExpression(use.parent) && use.parent.name === use;
}

export function isProperty(node: ts.Node): node is ts.PropertyAssignment | ts.ShorthandPropertyAssignment {
  return ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
}

/** `tasks = []`, as a statement of its own. */
export function assignedTo(value: ts.Expression): ts.Expression | undefined {
  const { parent } = value;
  const isSet = ts.isBinaryExpression(parent) && parent.left === value && isPlainAssignment(parent);
  return isSet && ts.isExpressionStatement(parent.parent) ? parent.right : undefined;
}
