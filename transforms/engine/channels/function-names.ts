import { ts } from 'ts-morph';

/** The name by which others call a function, if it has one: that of an expression is its own alone. */
export function nameOfFunction(node: ts.Node): ts.Node | undefined {
  const named = ts.isConstructorDeclaration(node) ? node.parent : node;
  const { name } = named as { readonly name?: ts.Node };
  const isDeclaration = !ts.isFunctionExpression(named) && !ts.isClassExpression(named);
  if (isDeclaration && name && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name))) return name;
  const { parent } = named;
  const isDeclared =
    (ts.isVariableDeclaration(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isPropertyAssignment(parent)) &&
    parent.initializer === named;
  if (isDeclared && (ts.isIdentifier(parent.name) || ts.isPrivateIdentifier(parent.name))) return parent.name;
  const isAssigned = ts.isBinaryExpression(parent) && parent.right === named;
  if (!isAssigned || parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  return ts.isPropertyAccessExpression(parent.left)
    ? parent.left.name
    : ts.isIdentifier(parent.left)
      ? parent.left
      : undefined;
}
