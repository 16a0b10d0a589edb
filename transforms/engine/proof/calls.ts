import { ts } from 'ts-morph';
import { continuationOf, requiredSpecifier, returnedExpressions } from './functions.js';
import { findExport } from './module-exports.js';
import type { Proof } from './proof.js';
import { annotate, OTHER, toPartial, union } from './values.js';
import type { FunctionValue, Value } from './values.js';

/** What `new` gives. */
export function evaluateConstruction(proof: Proof, node: ts.NewExpression): Value {
  const callee = proof.evaluate(node.expression);
  if (proof.isClass(callee))
    return { kind: 'instance', constructs: [node], annotations: [], isPartial: false };
  if (proof.isPart(callee)) return { kind: 'part', constructs: [node] };
  if (callee.kind !== 'class') return callee.kind === 'unknown' ? callee : OTHER;
  const heritage = proof.libraryHeritage(callee.declaration);
  if (!heritage) return OTHER;
  return {
    kind: 'instance',
    constructs: [heritage],
    annotations: [],
    isPartial: callee.isPartial === true,
  };
}

function evaluateRequired(proof: Proof, specifier: string, node: ts.CallExpression): Value {
  const value = proof.module(specifier, node.getSourceFile().fileName);
  if (value.kind !== 'module') return value;
  const { sources } = findExport(value.file, '');
  const isWhole = sources.some(
    (source) => source.kind === 'expression' && !ts.isObjectLiteralExpression(source.node),
  );
  // Of an object the properties are asked for, by their names.
  const isObject = sources.some(
    (source) => source.kind === 'expression' && ts.isObjectLiteralExpression(source.node),
  );
  return isWhole && !isObject ? proof.member(value, '') : value;
}

/** `bindQueue((bound) => fastq(bound(worker), 1))` gives the queue that the function builds. */
function evaluateWrapped(proof: Proof, { arguments: [create] }: ts.CallExpression): Value {
  const value = create ? proof.evaluate(create) : OTHER;
  if (value.kind !== 'function') return OTHER;
  return union(returnedExpressions(value.declaration).map((expression) => proof.evaluate(expression)));
}

/** What a function of the project returns. */
export function evaluateResult(proof: Proof, { declaration, annotations, isPartial }: FunctionValue): Value {
  const returned = union(returnedExpressions(declaration).map((expression) => proof.evaluate(expression)));
  const value = [declaration.type, ...annotations].reduce(annotate, returned);
  return isPartial ? toPartial(value) : value;
}

/** What a call gives: a module, what a function of the project returns, what a promise or a collection holds. */
export function evaluateCall(proof: Proof, node: ts.CallExpression): Value {
  const specifier = requiredSpecifier(node);
  if (specifier !== undefined) return evaluateRequired(proof, specifier, node);
  const callee = proof.evaluate(node.expression);
  if (proof.isFactory(callee))
    return { kind: 'instance', constructs: [node], annotations: [], isPartial: false };
  if (callee.kind === 'executor') return evaluateWrapped(proof, node);
  if (callee.kind === 'function') return evaluateResult(proof, callee);
  const [part] = node.arguments;
  if (part && proof.isPartCall(callee)) {
    const value = proof.evaluate(part);
    return value.kind === 'part' || value.kind === 'unknown' ? value : OTHER;
  }
  const awaited = continuationOf(node);
  if (awaited) return union((awaited.results ?? [awaited.promise]).map((result) => proof.evaluate(result)));
  return proof.taken(node) ?? (callee.kind === 'unknown' ? callee : OTHER);
}
