import { ts } from 'ts-morph';
import type { ChannelSearch } from './channel-search.js';

function unwrap(node: ts.Expression): ts.Expression {
  const isWrapped =
    ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node) || ts.isAsExpression(node);
  return isWrapped ? unwrap(node.expression) : node;
}

/** Whether an expression is what a worker calls its own end of the channel. */
export function isOwnEnd({ channel, evaluator, project }: ChannelSearch, given: ts.Expression): boolean {
  const node = unwrap(given);
  const { ownEnd } = channel;
  if ('exported' in ownEnd) {
    if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return false;
    const value = evaluator.evaluate(node);
    return value.kind === 'export' && value.name === ownEnd.exported;
  }
  if (!ts.isIdentifier(node) || node.text !== ownEnd.global) return false;
  const declarations = project.checker.getSymbolAtLocation(node)?.declarations ?? [];
  return declarations.every((one) => {
    const imported = ts.findAncestor(one, ts.isImportDeclaration)?.moduleSpecifier;
    const isOfNode = imported && ts.isStringLiteral(imported) && /^(?:node:)?process$/.test(imported.text);
    return isOfNode === true || !project.files.has(one.getSourceFile().fileName);
  });
}
