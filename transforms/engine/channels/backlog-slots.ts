import { ts } from 'ts-morph';
import type { Project } from '../project.js';
import { declarationOf, isOwn } from './backlog-names.js';
import type { FunctionUses } from './function-uses.js';
import { takenByName } from './value-names.js';
import { isMember, isPlainAssignment } from './value-syntax.js';

/** A property by its declaration, or by its name where nothing declares it. */
export type SlotId = ts.Node | string;

/** A property that one entry is kept in at a time: `worker.current`. */
export interface Slot {
  readonly id: SlotId;
  /** What it is first, where it is declared. */
  readonly initial: readonly ts.Expression[];
  /** All other expressions that mean it, in its file. */
  readonly values: readonly ts.PropertyAccessExpression[];
}

export function slotIdOf(project: Project, node: ts.PropertyAccessExpression): SlotId | undefined {
  const isDeclared = project.checker.getSymbolAtLocation(node.name) !== undefined;
  return isDeclared ? declarationOf(project, node) : node.name.text;
}

/** What a property is set to by an assignment. */
export function assignedValue(node: ts.Expression): ts.Expression | undefined {
  const { parent } = node;
  const isSet = ts.isBinaryExpression(parent) && parent.left === node && isPlainAssignment(parent);
  return isSet ? parent.right : undefined;
}

/** `undefined` where it is used elsewhere, or in ways that cannot be followed. */
export function findSlot(
  project: Project,
  uses: FunctionUses,
  target: ts.PropertyAccessExpression,
): Slot | undefined {
  const id = slotIdOf(project, target);
  if (id === undefined) return undefined;
  const isMemberOfClass =
    typeof id !== 'string' && (ts.isPropertyDeclaration(id) || ts.isPropertyAccessExpression(id));
  if (isMemberOfClass && !isOwn(project, id, id.name)) return undefined;
  // Of what has no type the name is all there is.
  if (typeof id === 'string' && takenByName(target.getSourceFile(), (name) => name === id).length > 0)
    return undefined;
  const initial: ts.Expression[] = [];
  const values: ts.PropertyAccessExpression[] = [target];
  for (const node of uses.of(target.name)) {
    const { parent } = node;
    const isDeclaration =
      ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent);
    if (node.getSourceFile() !== target.getSourceFile()) return undefined;
    if (isMember(node)) values.push(parent as ts.PropertyAccessExpression);
    else if (!isDeclaration || parent.name !== node) return undefined;
    else if (!ts.isPropertySignature(parent) && parent.initializer) initial.push(parent.initializer);
  }
  return { id, initial, values };
}
