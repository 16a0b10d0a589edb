import { ts } from 'ts-morph';
import { findExistingImports } from '../edits/existing-imports.js';
import type { ChannelSearch } from './channel-search.js';

/** Whether an expression is a call of an export of the runtime. */
function isCallOf({ definition }: ChannelSearch, node: ts.Expression, exported: string): boolean {
  if (!ts.isCallExpression(node)) return false;
  const { names, whole } = findExistingImports(node.getSourceFile(), definition.executor.module);
  const text = node.expression.getText();
  return text === names.get(exported) || (whole !== undefined && text === `${whole}.${exported}`);
}

/** Whether an expression is a message with its context already. */
export function isInjected(search: ChannelSearch, node: ts.Expression): boolean {
  return isCallOf(search, node, search.channel.inject);
}

/** Whether an expression is a listener that opens what comes already. */
export function isExtracted(search: ChannelSearch, node: ts.Expression): boolean {
  return isCallOf(search, node, search.channel.extract);
}

const LISTENING = /^(?:on|once|off|(?:add|remove)(?:Event)?Listener)$/;

/** The listener for messages that a port is given, or is to have no longer. */
export function listenerOf(member: ts.PropertyAccessExpression): ts.Expression | undefined {
  const { parent } = member;
  if (member.name.text === 'onmessage' && ts.isBinaryExpression(parent) && parent.left === member)
    return parent.right.kind === ts.SyntaxKind.NullKeyword ? undefined : parent.right;
  if (!ts.isCallExpression(parent) || !LISTENING.test(member.name.text)) return undefined;
  const [event, listener] = parent.arguments;
  return event && ts.isStringLiteralLike(event) && event.text === 'message' ? listener : undefined;
}
