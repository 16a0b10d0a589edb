import { ts } from 'ts-morph';
import type { Proof } from './proof.js';
import { returnedExpressions } from './functions.js';
import { mentionsLibrary } from './type-references.js';
import { annotate, NOTHING, OTHER, union, unknown } from './values.js';
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

/** What `for (const name of expression)` goes over. */
function iteratedBy(node: ts.Node): ts.Expression | undefined {
  const loop = node.parent.parent;
  return ts.isVariableDeclaration(node) && ts.isForOfStatement(loop) ? loop.expression : undefined;
}

function fromVariable(proof: Proof, node: ts.VariableDeclaration | ts.PropertyDeclaration): Value {
  if (node.initializer) return proof.evaluate(node.initializer);
  const iterated = iteratedBy(node);
  if (iterated) return proof.elementsOf(iterated);
  const symbol = proof.project.checker.getSymbolAtLocation(node.name);
  const isAssigned = symbol !== undefined && proof.assignments.to(symbol).length > 0;
  return isAssigned ? NOTHING : fromAnnotation(proof, node.type, node.type ? OTHER : NOTHING);
}

/** `const [first] = pools`, `for (const [name, pool] of pools)`: of an entry it is the value that counts. */
function fromArrayElement(proof: Proof, node: ts.BindingElement, pattern: ts.ArrayBindingPattern): Value {
  const owner = pattern.parent;
  const isLast = pattern.elements.at(-1) === node;
  const iterated = iteratedBy(owner);
  if (iterated) return isLast ? proof.elementsOf(iterated) : OTHER;
  if (owner.initializer) {
    const element = elementAt(proof, owner.initializer, pattern.elements.indexOf(node));
    return annotate(element, declaredType(owner));
  }
  const passed = ts.isParameter(owner) && isLast ? proof.argumentFor(owner) : NOTHING;
  return passed.kind === 'instance' ? passed : unknown('it is taken out of an array');
}

function elementAt(proof: Proof, node: ts.Expression, index: number): Value {
  if (ts.isAwaitExpression(node)) return elementAt(proof, node.expression, index);
  const isAll = ts.isCallExpression(node) && node.expression.getText() === 'Promise.all';
  if (isAll && node.arguments[0]) return elementAt(proof, node.arguments[0], index);
  const element = ts.isArrayLiteralExpression(node) ? node.elements[index] : undefined;
  return element ? proof.evaluate(element) : proof.elementsOf(node);
}

function fromBindingElement(proof: Proof, node: ts.BindingElement): Value {
  if (ts.isArrayBindingPattern(node.parent)) return fromArrayElement(proof, node, node.parent);
  const owner = node.parent.parent;
  const { initializer } = owner;
  const name = (node.propertyName ?? node.name).getText();
  if (initializer) return annotate(proof.propertyOf(initializer, name), declaredType(owner));
  const given = ts.isParameter(owner) ? proof.argumentPropertyFor(owner, name) : NOTHING;
  return given.kind === 'nothing' ? unknown('it is a parameter') : given;
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
  const given = proof.argumentFor(node);
  if (node.initializer) {
    const value = union([proof.evaluate(node.initializer), given]);
    // A caller may pass another.
    return value.kind === 'instance' ? { ...value, isPartial: true } : OTHER;
  }
  if (given.kind !== 'nothing') return given;
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
