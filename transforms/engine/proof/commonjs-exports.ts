import { ts } from 'ts-morph';
import type { ExportSource } from './export-source.js';
import { returnedExpressions } from './functions.js';

/** The name under which `module.exports.a = …`, `exports['a'] = …` or `module.exports = …` (then `''`) exports. */
function exportedName(left: ts.Expression): string | undefined {
  const text = left.getText().replace(/\s/g, '');
  if (text === 'module.exports') return '';
  const match = /^(?:module\.)?exports(?:\.([^.[\]()]+)|\[(["'`])([^"'`]+)\2\])$/.exec(text);
  return match?.[1] ?? match?.[3];
}

/** `exports.a = module.exports.b = value`: the names, and the value. */
function unchain(expression: ts.Expression): { readonly names: string[]; readonly value: ts.Expression } {
  const names: string[] = [];
  let value = expression;
  for (;;) {
    if (ts.isParenthesizedExpression(value)) value = value.expression;
    else if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const name = exportedName(value.left);
      if (name !== undefined) names.push(name);
      value = value.right;
    } else return { names, value };
  }
}

/** The expressions in which the statements of a file may export something; those in functions are run by others. */
function expressionsIn(file: ts.SourceFile): ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node)) found.push(node.expression);
    else if (ts.isVariableDeclaration(node) && node.initializer) found.push(node.initializer);
    else if (!ts.isFunctionLike(node) && !ts.isClassLike(node)) ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function fromObject(node: ts.Expression, name: string): ExportSource | undefined {
  const property = ts.isObjectLiteralExpression(node)
    ? node.properties.find((candidate) => candidate.name?.getText().replace(/^["']|["']$/g, '') === name)
    : undefined;
  if (!property) return undefined;
  return ts.isPropertyAssignment(property)
    ? { kind: 'expression', node: property.initializer }
    : { kind: 'declaration', node: property };
}

/** `{ get: function () { return pool; } }`, as compilers write it. */
function fromGetter(descriptor: ts.Expression): ExportSource | undefined {
  const found = fromObject(descriptor, 'get');
  const node = found?.kind === 'from' ? undefined : found?.node;
  const isGetter =
    node && (ts.isFunctionExpression(node) || ts.isArrowFunction(node) || ts.isMethodDeclaration(node));
  const [returned] = isGetter ? returnedExpressions(node) : [];
  return returned && { kind: 'expression', node: returned };
}

/** `Object.assign(module.exports, { … })` and `Object.defineProperty(exports, 'a', { value })`. */
function fromCall(node: ts.Expression, name: string): ExportSource | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const [target, first, second] = node.arguments;
  if (!target || !first || !/^(?:module\.)?exports$/.test(target.getText())) return undefined;
  const callee = node.expression.getText();
  if (callee === 'Object.assign') return fromObject(first, name);
  const isNamed = callee === 'Object.defineProperty' && ts.isStringLiteralLike(first) && first.text === name;
  return isNamed && second ? (fromObject(second, 'value') ?? fromGetter(second)) : undefined;
}

function fromExpression(expression: ts.Expression, name: string): ExportSource | undefined {
  const { names, value } = unchain(expression);
  const isWhole = names.includes('');
  if (names.includes(name) || (isWhole && name === 'default')) return { kind: 'expression', node: value };
  return isWhole ? fromObject(value, name) : fromCall(expression, name);
}

/** Finds where an export of a CommonJS module comes from, in each of its branches; `''` is what `require()` gives. */
export function findCommonJsExports(file: ts.SourceFile, name: string): ExportSource[] {
  return expressionsIn(file).flatMap((expression) => fromExpression(expression, name) ?? []);
}
