import { ts } from 'ts-morph';
import type { Project } from '../project.js';
import { emptyCollection, takenFrom } from './collections.js';
import { bareValue, isAnd } from './value-syntax.js';
import { isExporting } from './use-syntax.js';

/** A name that what waits goes by: of a variable, a parameter or a collection. */
export type Named =
  | ts.VariableDeclaration
  | ts.BindingElement
  | ts.ParameterDeclaration
  | ts.PropertyDeclaration
  | ts.PropertyAccessExpression;

function isOfInstance(node: ts.Expression): node is ts.PropertyAccessExpression {
  return ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
}

/** What declares the value that a name means, if that is one declaration. */
export function declarationOf({ checker }: Project, node: ts.Node): ts.Declaration | undefined {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(ts.isPropertyAccessExpression(node) ? node.name : node);
  // Of a field that plain JavaScript sets, each place that sets it is a declaration.
  const declarations = (symbol?.declarations ?? []).map((one) =>
    ts.isBinaryExpression(one) && isOfInstance(one.left) ? one.left : one,
  );
  const others = declarations.filter((one) => !ts.isPropertyAccessExpression(one));
  return others.length < 2 ? (others[0] ?? declarations[0]) : undefined;
}

/** Whether an expression takes something out of a collection, or names what has been taken. */
export function isTaken(project: Project, given: ts.Expression): boolean {
  const node = bareValue(given);
  if (ts.isBinaryExpression(node)) return isAnd(node) && isTaken(project, node.right);
  if (!ts.isIdentifier(node)) return takenFrom(node) !== undefined;
  const declared = declarationOf(project, node);
  const owner = declared && ts.isBindingElement(declared) ? declared.parent.parent : declared;
  if (!owner || !ts.isVariableDeclaration(owner)) return false;
  const loop = owner.parent.parent;
  if (ts.isForOfStatement(loop)) return isKept(project, loop.expression);
  const made = owner.initializer && bareValue(owner.initializer);
  if (!made || owner === declared)
    return made !== undefined && !ts.isIdentifier(made) && isTaken(project, made);
  return ts.isArrayBindingPattern(owner.name) ? isKept(project, made) : isTaken(project, made);
}

/** Whether a list is a collection that has been filled since, or all of it, or a part. */
function isKept(project: Project, given: ts.Expression): boolean {
  const node = bareValue(given);
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return isKept(project, node.expression.expression);
  const declared = declarationOf(project, node);
  if (!declared) return false;
  if (ts.isPropertyAccessExpression(declared)) return true;
  const isDeclared = ts.isPropertyDeclaration(declared) || ts.isVariableDeclaration(declared);
  return isDeclared && emptyCollection(project, declared.initializer) !== undefined;
}

/** Whether nobody can get at what is declared but by its name, in this project. */
export function isOwn(project: Project, declared: ts.Declaration, name: ts.Node): boolean {
  if (ts.isVariableDeclaration(declared))
    return (ts.getCombinedModifierFlags(declared) & ts.ModifierFlags.Export) === 0;
  if (ts.isPrivateIdentifier(name)) return true;
  const owner = ts.findAncestor(declared, ts.isClassLike);
  const ownName = owner?.name?.text;
  if (!owner || ownName === undefined) return false;
  if (/\.\.\.this\b|\b(?:stringify|assign|entries|values|clone\w*)\(\s*this\b/i.test(owner.getText()))
    return false;
  const quoted = new RegExp(`['"\`]${name.getText().replace(/\$/g, '\\$')}['"\`]\\s*\\]`);
  const isQuoted = [...project.files.values()].some(({ source: { text } }) => quoted.test(text));
  return !isQuoted && !namesHeirsOf(project, ownName);
}

/** Whether a class may have heirs in this project, by what is written of its name. */
export function namesHeirsOf({ files }: Project, name: string): boolean {
  const heir = new RegExp(`\\bextends\\s+(?:\\w+\\.)*${name.replace(/\$/g, '\\$')}\\b`);
  return [...files.values()].some(({ source: { text } }) => heir.test(text));
}

/** Whether a variable goes out of its file. */
export function isExportedByName(declared: ts.Declaration, name: ts.BindingName): boolean {
  if ((ts.getCombinedModifierFlags(declared) & ts.ModifierFlags.Export) !== 0) return true;
  const names = declared
    .getSourceFile()
    .statements.flatMap((one) =>
      ts.isExportDeclaration(one) && one.exportClause && ts.isNamedExports(one.exportClause)
        ? [...one.exportClause.elements]
        : [],
    );
  return names.some((one) => (one.propertyName ?? one.name).text === name.getText());
}

/** Whether all calls of a function are in its file. */
export function isPrivate(owner: ts.SignatureDeclaration, name: ts.Node): boolean {
  if (ts.isPrivateIdentifier(name)) return true;
  if (ts.isMethodDeclaration(owner) || ts.isPropertyDeclaration(owner.parent)) {
    const member = ts.isMethodDeclaration(owner) ? owner : (owner.parent as ts.PropertyDeclaration);
    return (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private) !== 0;
  }
  const declared = ts.isVariableDeclaration(owner.parent) ? owner.parent : owner;
  const isDeclared = ts.isFunctionDeclaration(declared) || ts.isVariableDeclaration(declared);
  const isExported = isDeclared && (ts.getCombinedModifierFlags(declared) & ts.ModifierFlags.Export) !== 0;
  return isDeclared && !isExported && !isExporting(name);
}

/** The property that a pattern takes something out of. */
export function keyOf({ propertyName, name }: ts.BindingElement): string {
  return (propertyName ?? name).getText();
}

/** What the pattern of a variable takes its parts out of: a value, or each of a list. */
export function sourceOf({
  parent,
}: ts.BindingElement): { readonly expression: ts.Expression; readonly isList: boolean } | undefined {
  const owner = parent.parent;
  if (!ts.isVariableDeclaration(owner)) return undefined;
  const loop = owner.parent.parent;
  if (owner.initializer) return { expression: owner.initializer, isList: ts.isArrayBindingPattern(parent) };
  return ts.isForOfStatement(loop) ? { expression: loop.expression, isList: true } : undefined;
}
