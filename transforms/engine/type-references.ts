import { ts } from 'ts-morph';
import type { Proof } from './proof.js';
import { OTHER } from './values.js';
import type { Value } from './values.js';

function valueOfName(proof: Proof, name: ts.EntityName): Value {
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

/** The named types that a value of a type may be an instance of: members of unions, what promises and collections hold. */
function namedTypesOf(proof: Proof, type: ts.TypeNode): ts.TypeReferenceNode[] {
  const namedTypes = (inner: ts.TypeNode): ts.TypeReferenceNode[] => namedTypesOf(proof, inner);
  if (ts.isParenthesizedTypeNode(type)) return namedTypes(type.type);
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(namedTypes);
  if (ts.isArrayTypeNode(type)) return namedTypes(type.elementType);
  if (ts.isTypeOperatorNode(type)) return namedTypes(type.type);
  if (ts.isTupleTypeNode(type)) return type.elements.flatMap(namedTypes);
  if (!ts.isTypeReferenceNode(type)) return [];
  const isPool = proof.isClass(valueOfName(proof, type.typeName));
  const held = type.typeArguments?.at(-1);
  // Of `Promise<Piscina>` and `Map<string, Piscina>` it is what they hold that is the pool.
  return held && !isPool ? [type, ...namedTypes(held)] : [type];
}

/** The names in a type by which it means the library's class: `Piscina | null` has one, `Pick<Piscina, 'run'>` none. */
export function libraryTypeReferences(proof: Proof, type: ts.TypeNode): ts.EntityName[] {
  return namedTypesOf(proof, type)
    .map(({ typeName }) => typeName)
    .filter((name) => proof.isClass(valueOfName(proof, name)));
}

/** Whether a type has all that a pool has: it means the library's class, or a class of the project that extends it. */
export function isPoolType(proof: Proof, type: ts.TypeNode): boolean {
  // A comment is not ours to rewrite.
  if ((type.flags & ts.NodeFlags.JSDoc) !== 0) return false;
  return namedTypesOf(proof, type).some(({ typeName }) => {
    const value = valueOfName(proof, typeName);
    return (
      proof.isClass(value) ||
      (value.kind === 'class' && proof.libraryHeritage(value.declaration) !== undefined)
    );
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
  if (name && proof.isClass(valueOfName(proof, name))) return true;
  const alias =
    name && ts.isIdentifier(name)
      ? proof.project.checker.getSymbolAtLocation(name)?.declarations?.[0]
      : undefined;
  if (alias && ts.isTypeAliasDeclaration(alias) && mentionsLibrary(proof, alias.type, visited)) return true;
  return ts.forEachChild(type, (child) => mentionsLibrary(proof, child, visited) || undefined) ?? false;
}

/** Whether an expression has the type of a pool, by whatever way: collections, generics, callbacks. */
export function hasPoolType({ project }: Proof, node: ts.Expression): boolean {
  const { checker } = project;
  const isPool = (type: ts.Type): boolean => {
    if (type.isUnionOrIntersection()) return type.types.some(isPool);
    if (
      type.symbol?.declarations?.some(
        (declaration) => ts.isClassDeclaration(declaration) && project.isAmbient(declaration),
      )
    )
      return true;
    const constraint = type.isTypeParameter() ? checker.getBaseConstraintOfType(type) : undefined;
    if (constraint) return isPool(constraint);
    return type.isClassOrInterface() && checker.getBaseTypes(type).some(isPool);
  };
  return isPool(checker.getTypeAtLocation(node));
}
