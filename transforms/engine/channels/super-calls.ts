import { ts } from 'ts-morph';

/** The call by which a subclass hands over what it is made with. */
export function findSuperCall(heir: ts.ClassLikeDeclaration): ts.CallExpression | undefined {
  const visit = (node: ts.Node): ts.CallExpression | undefined =>
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword
      ? node
      : ts.forEachChild(node, visit);
  const constructor = heir.members.find(ts.isConstructorDeclaration);
  return constructor && visit(constructor);
}
