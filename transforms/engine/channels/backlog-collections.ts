import { ts } from 'ts-morph';
import type { Project } from '../project.js';
import { declarationOf, isOwn } from './backlog-names.js';
import { emptyCollection, isSetAgain } from './collections.js';
import type { CollectionKind } from './collections.js';
import type { FunctionUses } from './function-uses.js';
import { assignedTo, isMember } from './value-syntax.js';

type Declared = ts.VariableDeclaration | ts.PropertyDeclaration | ts.PropertyAccessExpression;

/** A collection that begins empty, and is used in one file alone. */
interface FoundCollection {
  readonly kind: CollectionKind;
  /** The expressions that mean it, other than those that set it. */
  readonly values: readonly ts.Expression[];
}

/** What declares the field or variable that a collection is in. */
export function collectionOf(project: Project, node: ts.Expression): Declared | undefined {
  const declared = declarationOf(project, node);
  const isDeclared =
    declared &&
    (ts.isPropertyDeclaration(declared) ||
      ts.isPropertyAccessExpression(declared) ||
      ts.isVariableDeclaration(declared));
  return isDeclared ? declared : undefined;
}

export function findCollection(
  project: Project,
  uses: FunctionUses,
  declared: Declared,
  file: ts.SourceFile,
): FoundCollection | { readonly problem: ts.Node } {
  const { name } = declared;
  const initializer = ts.isPropertyAccessExpression(declared) ? undefined : declared.initializer;
  const names = [...uses.of(name), ...(ts.isPropertyAccessExpression(declared) ? [name] : [])];
  const values = names.map((use) => (isMember(use) ? use.parent : use) as ts.Expression);
  const set = values.flatMap((value) => assignedTo(value) ?? []).filter((one) => !isSetAgain(one));
  const kinds = new Set(
    [...(initializer ? [initializer] : []), ...set].map((one) => emptyCollection(project, one)),
  );
  const [kind] = kinds;
  if (!kind || kinds.size > 1 || !isOwn(project, declared, name)) return { problem: declared };
  const foreign = values.find((value) => value.getSourceFile() !== file);
  return foreign ? { problem: foreign } : { kind, values: values.filter((value) => !assignedTo(value)) };
}
