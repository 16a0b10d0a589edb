import { ts } from 'ts-morph';
import type { Proof } from './proof.js';
import { returnedExpressions } from './functions.js';
import { mentionsLibrary } from './type-references.js';
import { annotate, hasMembers, NOTHING, OTHER, union, unknown } from './values.js';
import type { Value } from './values.js';

function fileName(node: ts.Node): string {
  return node.getSourceFile().fileName;
}

function specifierText(node: ts.Expression): string {
  return ts.isStringLiteralLike(node) ? node.text : '';
}

/** What only a type says: a pool from somewhere, or nothing that is known. */
function fromAnnotation(proof: Proof, annotation: ts.TypeNode | undefined, otherwise: Value): Value {
  if (!annotation || !mentionsLibrary(proof, annotation)) return otherwise;
  return { kind: 'instance', constructs: [], annotations: [annotation], isPartial: true };
}

/** The type that a declaration states, in TypeScript or in a JSDoc comment. */
export function declaredType(node: ts.Node): ts.TypeNode | undefined {
  if (!ts.isVariableDeclaration(node) && !ts.isPropertyDeclaration(node) && !ts.isParameter(node))
    return undefined;
  return node.type ?? ts.getJSDocType(node);
}

function fromVariable(proof: Proof, node: ts.VariableDeclaration | ts.PropertyDeclaration): Value {
  if (node.initializer) return proof.evaluate(node.initializer);
  const symbol = proof.project.checker.getSymbolAtLocation(node.name);
  const isAssigned = symbol !== undefined && proof.assignments.to(symbol).length > 0;
  return isAssigned ? NOTHING : fromAnnotation(proof, node.type, NOTHING);
}

function fromBindingElement(proof: Proof, node: ts.BindingElement): Value {
  const owner = node.parent.parent;
  if (!ts.isObjectBindingPattern(node.parent)) return unknown('it is taken out of an array');
  const { initializer } = owner;
  if (!initializer) return unknown('it is a parameter');
  const name = (node.propertyName ?? node.name).getText();
  const source = proof.evaluate(initializer);
  if (hasMembers(source)) return proof.member(source, name);
  const property = proof.project.checker.getTypeAtLocation(initializer).getProperty(name);
  const [declaration] = property?.declarations ?? [];
  return declaration
    ? annotate(proof.evaluate(declaration), declaredType(owner))
    : source.kind === 'other'
      ? OTHER
      : unknown('its origin is not known');
}

function fromImport(proof: Proof, node: ts.ImportClause | ts.ImportSpecifier | ts.NamespaceImport): Value {
  const declaration = ts.findAncestor(node, ts.isImportDeclaration);
  if (!declaration) return OTHER;
  const module = proof.module(specifierText(declaration.moduleSpecifier), fileName(node));
  if (ts.isNamespaceImport(node)) return module;
  const name = ts.isImportClause(node) ? 'default' : (node.propertyName ?? node.name).text;
  return proof.member(module, name);
}

function fromParameter(proof: Proof, node: ts.ParameterDeclaration): Value {
  if (node.initializer) {
    const initial = proof.evaluate(node.initializer);
    // A caller may pass another.
    return initial.kind === 'instance' ? { ...initial, isPartial: true } : OTHER;
  }
  const saysNothing = !node.type || node.type.kind === ts.SyntaxKind.AnyKeyword;
  return fromAnnotation(proof, node.type, saysNothing ? unknown('it is a parameter without a type') : OTHER);
}

/** The value of what a declaration declares. */
export function evaluateDeclaration(proof: Proof, node: ts.Node): Value {
  if (ts.isImportClause(node) || ts.isImportSpecifier(node) || ts.isNamespaceImport(node)) {
    return fromImport(proof, node);
  }
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
    return proof.module(specifierText(node.moduleReference.expression), fileName(node));
  }
  if (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) return fromVariable(proof, node);
  if (ts.isBindingElement(node)) return fromBindingElement(proof, node);
  if (ts.isParameter(node)) return fromParameter(proof, node);
  if (ts.isPropertyAssignment(node)) return proof.evaluate(node.initializer);
  if (ts.isShorthandPropertyAssignment(node)) return proof.evaluate(node.name);
  if (ts.isPropertySignature(node))
    return fromAnnotation(proof, node.type, node.type ? OTHER : unknown('it has no type'));
  if (ts.isClassDeclaration(node)) return { kind: 'class', declaration: node };
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node))
    return { kind: 'function', declaration: node, annotations: [] };
  if (ts.isGetAccessor(node)) {
    return annotate(
      union(returnedExpressions(node).map((expression) => proof.evaluate(expression))),
      node.type,
    );
  }
  return OTHER;
}
