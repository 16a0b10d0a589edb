import { ts } from 'ts-morph';
import { isExtendedType } from './library.js';
import type { LibraryShape } from './library.js';
import type { Project } from '../project.js';
import type { Proof } from './proof.js';
import { OTHER } from './values.js';
import type { Value } from './values.js';

/** What a name in a type is as a value, or would be. */
export function valueOfName(proof: Proof, name: ts.EntityName): Value {
  const root = ts.isIdentifier(name) ? name : name.left;
  const [declaration] =
    (ts.isIdentifier(root) && proof.project.checker.getSymbolAtLocation(root)?.declarations) || [];
  if (!declaration) return OTHER;
  const value = proof.evaluate(declaration);
  return ts.isIdentifier(name) ? value : proof.member(value, name.right.text);
}

/** Whether a type means the executor already. */
export function isExecutorName(proof: Proof, name: ts.EntityName): boolean {
  return valueOfName(proof, name).kind === 'executor';
}

/** The names of types that a value of a type may be an instance of: members of unions, what promises and collections hold. */
function namesIn(proof: Proof, type: ts.TypeNode): ts.EntityName[] {
  const inner = (one: ts.TypeNode): ts.EntityName[] => namesIn(proof, one);
  if (ts.isParenthesizedTypeNode(type) || ts.isTypeOperatorNode(type)) return inner(type.type);
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(inner);
  if (ts.isArrayTypeNode(type)) return inner(type.elementType);
  if (ts.isTupleTypeNode(type)) return type.elements.flatMap(inner);
  if (!ts.isTypeReferenceNode(type)) return [];
  const { typeName, typeArguments } = type;
  const held = typeArguments?.at(-1);
  if (held && ts.isTypeQueryNode(held)) return namesInQuery(proof, typeName.getText(), held);
  const isPool = proof.isType(valueOfName(proof, typeName));
  // Of `Promise<Piscina>` and `Map<string, Piscina>` it is what they hold that is the pool.
  return held && !isPool ? [typeName, ...inner(held)] : [typeName];
}

/** `InstanceType<typeof Piscina>` means the class; `ReturnType<typeof createPool>` what the function says it returns. */
function namesInQuery(proof: Proof, helper: string, { exprName }: ts.TypeQueryNode): ts.EntityName[] {
  if (helper === 'InstanceType') return [exprName];
  const value = valueOfName(proof, exprName);
  if (helper !== 'ReturnType' || value.kind !== 'function') return [];
  const { type } = value.declaration;
  // Without a type it returns what it builds.
  return type ? namesIn(proof, type) : [exprName];
}

/** The names in a type by which it means the library's class: `Piscina | null` has one, `Pick<Piscina, 'run'>` none. */
export function libraryTypeReferences(proof: Proof, type: ts.TypeNode): ts.EntityName[] {
  return namesIn(proof, type).filter((name) => isReplaceable(proof, name));
}

/** Whether a name means the library's class, or what it is as a type, so that the executor's can take its place. */
function isReplaceable(proof: Proof, name: ts.EntityName): boolean {
  const value = valueOfName(proof, name);
  return proof.isType(value) && !isExtendedType(proof.shape, value);
}

/** The names in a type by which it means the library's class with more to it: `Worker & Api` has one, `Worker` none. */
export function intersectedReferences(proof: Proof, type: ts.TypeNode): ts.EntityName[] {
  if (ts.isParenthesizedTypeNode(type)) return intersectedReferences(proof, type.type);
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((one) => intersectedReferences(proof, one));
  if (!ts.isIntersectionTypeNode(type)) return [];
  return type.types.flatMap((one) => libraryTypeReferences(proof, one));
}

/** Whether a type is that of a pool with members of the user's: `JestWorkerFarm<Api>`. */
export function isExtendedPoolType(proof: Proof, type: ts.TypeNode): boolean {
  return ts.isTypeReferenceNode(type) && isExtendedType(proof.shape, valueOfName(proof, type.typeName));
}

/** Whether a type has all that a pool has: it means the library's class, or something of the project that comes of it. */
export function isPoolType(proof: Proof, type: ts.TypeNode): boolean {
  // A comment is not ours to rewrite.
  if ((type.flags & ts.NodeFlags.JSDoc) !== 0) return false;
  return namesIn(proof, type).some((name) => {
    const value = valueOfName(proof, name);
    if (proof.isType(value)) return true;
    if (value.kind === 'class') return proof.libraryHeritage(value.declaration) !== undefined;
    return value.kind === 'function' && !value.declaration.type;
  });
}

/** Whether a type has to do with the library's class, be it deep inside or by an alias: `Pick<Piscina, 'run'>`. */
export function mentionsLibrary(
  proof: Proof,
  type: ts.Node,
  seen: ReadonlySet<ts.Node> = new Set(),
): boolean {
  if (seen.has(type)) return false;
  const visited = new Set([...seen, type]);
  const name = ts.isTypeReferenceNode(type)
    ? type.typeName
    : ts.isTypeQueryNode(type)
      ? type.exprName
      : undefined;
  if (name && proof.isType(valueOfName(proof, name))) return true;
  const alias =
    name && ts.isIdentifier(name)
      ? proof.project.checker.getSymbolAtLocation(name)?.declarations?.[0]
      : undefined;
  if (alias && ts.isTypeAliasDeclaration(alias) && mentionsLibrary(proof, alias.type, visited)) return true;
  return ts.forEachChild(type, (child) => mentionsLibrary(proof, child, visited) || undefined) ?? false;
}

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
