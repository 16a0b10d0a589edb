import { ts } from 'ts-morph';
import type { Project } from '../project.js';
import type { Span } from '../edits/text-spans.js';

/** An expression that has no effect and the same value however often it is evaluated within one statement. */
function isConstant(node: ts.Expression, excluded: string): boolean {
  if (ts.isIdentifier(node)) return node.text !== excluded;
  if (ts.isLiteralExpression(node)) return !ts.isRegularExpressionLiteral(node);
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return true;
  if (node.kind === ts.SyntaxKind.NullKeyword || node.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (ts.isPropertyAccessExpression(node)) return isConstant(node.expression, excluded);
  if (!ts.isObjectLiteralExpression(node)) return false;
  return node.properties.every((property) => {
    if (ts.isShorthandPropertyAssignment(property)) return property.name.text !== excluded;
    return (
      ts.isPropertyAssignment(property) &&
      !ts.isComputedPropertyName(property.name) &&
      isConstant(property.initializer, excluded)
    );
  });
}

/** The call that an arrow function consists of, through `async`, `await`, `return` and parentheses. */
function soleExpression({ body }: ts.ArrowFunction): ts.Expression | undefined {
  let node: ts.Node | undefined = body;
  if (ts.isBlock(body)) {
    const [statement, ...more] = body.statements;
    node =
      statement && more.length === 0 && ts.isReturnStatement(statement) ? statement.expression : undefined;
  }
  while (node && (ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node))) node = node.expression;
  return node as ts.Expression | undefined;
}

function isGlobalPromiseAll(project: Project, { expression }: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'all') return false;
  const promise = expression.expression;
  if (!ts.isIdentifier(promise) || promise.text !== 'Promise') return false;
  const declarations = project.checker.getSymbolAtLocation(promise)?.declarations ?? [];
  return declarations.every((declaration) => !project.files.has(declaration.getSourceFile().fileName));
}

function isArray(project: Project, node: ts.Expression): boolean {
  const type = project.checker.getTypeAtLocation(node);
  return project.checker.isArrayType(type) || project.checker.isTupleType(type);
}

function isComma(node: ts.Expression): boolean {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken;
}

/** Whether the callback is `(item) => pool.run(item, …)` with nothing else to it; the tuple types of `map` are kept. */
function callbackOf(run: ts.CallExpression): ts.ArrowFunction | undefined {
  const callback = ts.findAncestor(run, ts.isArrowFunction);
  if (!callback || soleExpression(callback) !== run || callback.type) return undefined;
  const [parameter, ...more] = callback.parameters;
  if (!parameter || more.length > 0 || !ts.isIdentifier(parameter.name)) return undefined;
  if (parameter.type || parameter.initializer || parameter.dotDotDotToken) return undefined;
  const [task, ...options] = run.arguments;
  if (!task || !ts.isIdentifier(task) || task.text !== parameter.name.text) return undefined;
  return options.every((option) => isConstant(option, parameter.name.getText())) ? callback : undefined;
}

/**
 * The spans by which `Promise.all(items.map((item) => pool.run(item, options)))` becomes `pool.map(items, options)`,
 * where that is provably the same: an array, a callback that does nothing else, a receiver and options without
 * effects. `undefined` where it is not; the call itself can be rewritten nevertheless.
 */
export function findMapCall(
  project: Project,
  member: ts.PropertyAccessExpression,
  verb: string,
): Span[] | undefined {
  const run = member.parent;
  if (!ts.isCallExpression(run) || run.typeArguments || run.questionDotToken || member.questionDotToken)
    return undefined;
  const callback = callbackOf(run);
  const mapCall = callback?.parent;
  if (!callback || !mapCall || !ts.isCallExpression(mapCall) || mapCall.arguments.length !== 1)
    return undefined;
  const { expression: mapMember } = mapCall;
  if (
    !ts.isPropertyAccessExpression(mapMember) ||
    mapMember.name.text !== 'map' ||
    mapMember.questionDotToken
  )
    return undefined;
  const all = mapCall.parent;
  if (!ts.isCallExpression(all) || all.arguments.length !== 1 || all.typeArguments || mapCall.typeArguments)
    return undefined;
  const parameterName = callback.parameters[0]?.name.getText() ?? '';
  if (!isGlobalPromiseAll(project, all) || !isConstant(member.expression, parameterName)) return undefined;
  const items = mapMember.expression;
  if (!isArray(project, items) || hasComments(all)) return undefined;
  // Parentheses that the member needed, and an argument does not.
  const inner = ts.isParenthesizedExpression(items) && !isComma(items.expression) ? items.expression : items;
  const options = run.arguments.slice(1).map((option) => `, ${option.getText()}`);
  return [
    { start: all.getStart(), end: inner.getStart(), text: `${member.expression.getText()}.${verb}(` },
    { start: inner.end, end: all.end, text: `${options.join('')})` },
  ];
}

/** A comment in what would be replaced says something that only its author can move. */
function hasComments(node: ts.Node): boolean {
  const scanner = ts.createScanner(
    ts.ScriptTarget.ESNext,
    false,
    ts.LanguageVariant.Standard,
    node.getText(),
  );
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token === ts.SyntaxKind.SingleLineCommentTrivia || token === ts.SyntaxKind.MultiLineCommentTrivia)
      return true;
  }
  return false;
}
