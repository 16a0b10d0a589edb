import { ts } from 'ts-morph';
import { asValue, isMember, isPlainAssignment } from './value-syntax.js';

/** The function that returns a value, if one does. */
export function makerOf(value: ts.Node): ts.SignatureDeclaration | undefined {
  const { parent } = value;
  if (ts.isArrowFunction(parent) && parent.body === value) return parent;
  return ts.isReturnStatement(parent) ? ts.findAncestor(parent, ts.isFunctionLike) : undefined;
}

/** What a function comes to where its name is used; `undefined` where it is not called there. */
export function callOfMaker(use: ts.Node): ts.Expression | undefined {
  const callee = isMember(use) ? use.parent : use;
  const { parent: call } = callee;
  if (!ts.isCallExpression(call) || call.expression !== callee) return undefined;
  const made = asValue(call);
  return ts.isAwaitExpression(made.parent) ? asValue(made.parent) : made;
}

/** The name by which a function is called that something has made. */
export function keptAs(made: ts.Expression): ts.Node | undefined {
  const { parent } = made;
  const isDeclared =
    ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent);
  if (isDeclared)
    return ts.isIdentifier(parent.name) || ts.isPrivateIdentifier(parent.name) ? parent.name : undefined;
  if (!ts.isBinaryExpression(parent) || parent.right !== made || !isPlainAssignment(parent)) return undefined;
  const { left } = parent;
  if (ts.isPropertyAccessExpression(left)) return left.name;
  return ts.isIdentifier(left) ? left : undefined;
}

/** `{ 'GET /cloths': (request) => … }`: it begins what it is called for. */
export function isRoute(value: ts.Node): boolean {
  const { parent } = value;
  const property = ts.isMethodDeclaration(value)
    ? value
    : ts.isPropertyAssignment(parent)
      ? parent
      : undefined;
  return property !== undefined && ts.isStringLiteral(property.name) && /[\s/]/.test(property.name.text);
}

/** `new Proxy(target, { get: (target, method) => (…) => … })`: what it makes is called by whatever name. */
export function isTrap(maker: ts.Node): boolean {
  const property = ts.isMethodDeclaration(maker) ? maker : maker.parent;
  const holder = ts.isObjectLiteralElement(property) ? property.parent : undefined;
  return holder !== undefined && ts.isNewExpression(asValue(holder as ts.Expression).parent);
}
