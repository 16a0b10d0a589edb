import { ts } from 'ts-morph';
import { isExtendedType } from './library.js';
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
