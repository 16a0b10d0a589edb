import { ts } from 'ts-morph';
import type { Proof } from './proof.js';

function isLibraryName(proof: Proof, name: ts.EntityName): boolean {
  if (ts.isIdentifier(name)) {
    const [declaration] = proof.project.checker.getSymbolAtLocation(name)?.declarations ?? [];
    return declaration !== undefined && proof.isClass(proof.evaluate(declaration));
  }
  const [declaration] =
    (ts.isIdentifier(name.left) && proof.project.checker.getSymbolAtLocation(name.left)?.declarations) || [];
  return declaration !== undefined && proof.isClass(proof.member(proof.evaluate(declaration), name.right.text));
}

/** The names in a type by which it means the library's class: `Piscina | null` has one, `Pick<Piscina, 'run'>` none. */
export function libraryTypeReferences(proof: Proof, type: ts.TypeNode): ts.EntityName[] {
  if (ts.isParenthesizedTypeNode(type)) return libraryTypeReferences(proof, type.type);
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((member) => libraryTypeReferences(proof, member));
  if (!ts.isTypeReferenceNode(type)) return [];
  if (isLibraryName(proof, type.typeName)) return [type.typeName];
  if (type.typeName.getText() !== 'Promise') return [];
  return (type.typeArguments ?? []).flatMap((argument) => libraryTypeReferences(proof, argument));
}
