import { ts } from 'ts-morph';
import type { Project } from '../project.js';
import { declarationOf, isPrivate, namesHeirsOf } from './backlog-names.js';
import type { FunctionUses } from './function-uses.js';
import { nameOfFunction } from './function-names.js';
import { isExporting } from './use-syntax.js';
import { isMember, isPlainAssignment } from './value-syntax.js';

/** The call that a use of a function's name is; `undefined` for one that gives the function away. */
function callAt(use: ts.Node): ts.CallExpression | undefined {
  const callee = isMember(use) ? use.parent : use;
  const call = callee.parent;
  return ts.isCallExpression(call) && call.expression === callee ? call : undefined;
}

/**
 * Whether a parameter is what its function is given, by that name alone.
 * @param isTakenApart whether a pattern will do. @default false
 */
export function isPlainParameter(declared: ts.ParameterDeclaration, isTakenApart = false): boolean {
  const owner = declared.parent as ts.FunctionLikeDeclaration;
  const isNamed =
    ts.isIdentifier(declared.name) || (isTakenApart && ts.isObjectBindingPattern(declared.name));
  const isPlain = isNamed && !declared.initializer && !declared.dotDotDotToken;
  if (!isPlain || declared.modifiers || !owner.body || owner.asteriskToken) return false;
  return !/\barguments\b/.test(owner.getText());
}

/** The parameter that a call gives one of its arguments to. */
export function parameterOf(
  project: Project,
  { expression }: ts.CallExpression,
  index: number,
): ts.ParameterDeclaration | undefined {
  const declared = declarationOf(project, expression);
  const isVariable = declared && (ts.isVariableDeclaration(declared) || ts.isPropertyDeclaration(declared));
  const made = isVariable && declared.initializer ? declared.initializer : declared;
  return made && ts.isFunctionLike(made) ? made.parameters[index] : undefined;
}

/** What the calls of its function in this file give a parameter. */
export function argumentsOf(
  uses: FunctionUses,
  { parent: owner }: ts.ParameterDeclaration,
): readonly ts.CallExpression[] {
  const name = nameOfFunction(owner);
  const calls = name ? uses.of(name).map(callAt) : [];
  return calls.filter(
    (call) =>
      call !== undefined &&
      call.getSourceFile() === owner.getSourceFile() &&
      !call.arguments.some(ts.isSpreadElement),
  ) as ts.CallExpression[];
}

/**
 * What stands in the way of seeing every call of a parameter's function in its file.
 * @param isEntry whether it is given whole entries: what others give it has no context then, which is never another's.
 */
export function foreignUse(
  project: Project,
  uses: FunctionUses,
  declared: ts.ParameterDeclaration,
  isEntry: boolean,
): ts.Node | undefined {
  const owner = declared.parent;
  const name = nameOfFunction(owner);
  const isOwn = name && (isPrivate(owner, name) || (isEntry && isItself(project, uses, owner)));
  if (!isOwn) return declared;
  return uses.of(name).find((use) => {
    const call = callAt(use);
    return !call || call.getSourceFile() !== owner.getSourceFile() || call.arguments.some(ts.isSpreadElement);
  });
}

/** Whether it is this function that a call by its name calls: nothing is put in its place, by assignment or by an heir. */
export function isItself(project: Project, uses: FunctionUses, owner: ts.SignatureDeclaration): boolean {
  const name = nameOfFunction(owner);
  if (!name || ts.isConstructorDeclaration(owner)) return false;
  if (ts.canHaveDecorators(owner) && (ts.getDecorators(owner) ?? []).length > 0) return false;
  const isReplaced = uses.of(name).some((use) => {
    const target = isMember(use) ? use.parent : use;
    const { parent } = target;
    const isSet = ts.isBinaryExpression(parent) && parent.left === target && isPlainAssignment(parent);
    // `exports.run = run`
    return isSet && !(parent.right.getText() === name.getText() && isExporting(parent.right));
  });
  const { parent } = owner;
  if (isReplaced || (ts.isVariableDeclaration(parent) && !isConstant(parent))) return false;
  const holder = ts.findAncestor(name, ts.isClassLike);
  const isMethod = ts.isClassElement(owner) || ts.isPropertyDeclaration(parent);
  return !isMethod || (holder?.name !== undefined && !namesHeirsOf(project, holder.name.text));
}

function isConstant({ parent }: ts.VariableDeclaration): boolean {
  return (parent.flags & ts.NodeFlags.Const) !== 0;
}
