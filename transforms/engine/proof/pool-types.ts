import { ts } from 'ts-morph';
import type { LibraryShape } from './library.js';
import type { Project } from '../project.js';
import type { Proof } from './proof.js';

/** Whether an ambient declaration is that of a pool, in one of the modules that a shape is about. */
function isDeclaredFor(shape: LibraryShape, declaration: ts.Declaration): boolean {
  if (!ts.isClassDeclaration(declaration) && !ts.isInterfaceDeclaration(declaration)) return false;
  const module = ts.findAncestor(
    declaration,
    (node) => ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name),
  ) as ts.ModuleDeclaration | undefined;
  const modules = [...shape.packages, ...Object.keys(shape.submodules ?? {}), shape.executor.module];
  const { instanceTypes } = shape;
  return (
    modules.includes(module?.name.text ?? '') &&
    (!instanceTypes || instanceTypes.includes(declaration.name?.text ?? ''))
  );
}

/** Whether an expression may be a pool by its type, by whatever way: collections, generics, callbacks. */
export function hasPoolType(proof: Proof, node: ts.Expression): boolean {
  return testType(proof, node, (types, isPool) => types.some(isPool));
}

/** Whether an expression is a pool by its type, or nothing, and cannot be anything else. */
export function hasOnlyPoolType(proof: Proof, node: ts.Expression): boolean {
  const isNothing = ({ flags }: ts.Type): boolean => (flags & NOTHING_FLAGS) !== 0;
  return testType(proof, node, (types, isPool) => {
    const present = types.filter((type) => !isNothing(type));
    return present.length > 0 && present.every(isPool);
  });
}

const NOTHING_FLAGS = ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void;

type IsPool = (type: ts.Type) => boolean;

function testType(
  { project, shape }: Proof,
  node: ts.Expression,
  testUnion: (types: readonly ts.Type[], isPool: IsPool) => boolean,
): boolean {
  const { checker } = project;
  const isPool = (type: ts.Type): boolean => {
    if (type.isUnion()) return testUnion(type.types, isPool);
    if (type.isIntersection()) return type.types.some(isPool);
    const declarations = type.symbol?.declarations ?? [];
    if (declarations.some((one) => project.isAmbient(one) && isDeclaredFor(shape, one))) return true;
    const constraint = type.isTypeParameter() ? checker.getBaseConstraintOfType(type) : undefined;
    if (constraint) return isPool(constraint);
    return type.isClassOrInterface() && checker.getBaseTypes(type).some(isPool);
  };
  const type = findType(project, node);
  return type !== undefined && isPool(type);
}

/** The type of an expression; `undefined` where TypeScript cannot tell, as it goes through hundreds of names. */
export function findType({ checker }: Project, node: ts.Expression): ts.Type | undefined {
  try {
    return checker.getTypeAtLocation(node);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether a type is one of the language's own, or a class of the project: what has it is nothing of a library. */
export function isOtherType(type: ts.Type, project: Project): boolean {
  const present = project.checker.getNonNullableType(type);
  if (present.isUnion()) return present.types.every((one) => isOtherType(one, project));
  if ((present.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never)) !== 0) return false;
  const declarations = present.symbol?.declarations ?? [];
  return declarations.some((one) => ts.isClassLike(one) || !project.files.has(one.getSourceFile().fileName));
}
