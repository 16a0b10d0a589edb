import { ts } from 'ts-morph';
import { evaluateCall, evaluateConstruction } from './calls.js';
import { evaluateDeclaration } from './declarations.js';
import type { NamedValues } from './named-values.js';
import type { Proof } from './proof.js';
import { annotate, NOTHING, OTHER, union } from './values.js';
import type { Value } from './values.js';

const ALTERNATIVES: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
]);

const LAST_COUNTS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.CommaToken,
]);

/** What an expression is, or what a declaration declares. */
export function evaluateNode(proof: Proof, names: NamedValues, node: ts.Node): Value {
  if (ts.isIdentifier(node)) return names.identifier(node);
  if (ts.isPropertyAccessExpression(node)) return names.property(node);
  if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) {
    return annotate(proof.evaluate(node.expression), node.type);
  }
  if (ts.isNewExpression(node)) return evaluateConstruction(proof, node);
  if (ts.isCallExpression(node)) return evaluateCall(proof, node);
  if (ts.isConditionalExpression(node))
    return union([node.whenTrue, node.whenFalse].map((n) => proof.evaluate(n)));
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    if (LAST_COUNTS.has(kind)) return proof.evaluate(node.right);
    return ALTERNATIVES.has(kind) ? union([proof.evaluate(node.left), proof.evaluate(node.right)]) : OTHER;
  }
  if (node.kind === ts.SyntaxKind.NullKeyword) return NOTHING;
  if (ts.isFunctionExpression(node) || ts.isArrowFunction(node))
    return { kind: 'function', declaration: node, annotations: [] };
  if (ts.isClassExpression(node)) return { kind: 'class', declaration: node };
  if (ts.isElementAccessExpression(node)) return names.element(node);
  return ts.isExpression(node) ? OTHER : evaluateDeclaration(proof, node);
}
