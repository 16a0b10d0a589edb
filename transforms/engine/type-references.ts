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

/** The names in a type by which it means the library's class: `Piscina | null` has one, `Pick<Piscina, 'run'>` none. */
export function libraryTypeReferences(proof: Proof, type: ts.TypeNode): ts.EntityName[] {
  if (ts.isParenthesizedTypeNode(type)) return libraryTypeReferences(proof, type.type);
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((member) => libraryTypeReferences(proof, member));
  if (!ts.isTypeReferenceNode(type)) return [];
  if (proof.isClass(valueOfName(proof, type.typeName))) return [type.typeName];
  if (type.typeName.getText() !== 'Promise') return [];
  return (type.typeArguments ?? []).flatMap((argument) => libraryTypeReferences(proof, argument));
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
