import { ts } from 'ts-morph';
import { findExistingImports } from '../edits/existing-imports.js';
import type { ChannelSearch } from './channel-search.js';

/** Whether an expression is a message with its context already. */
export function isInjected({ channel, definition }: ChannelSearch, node: ts.Expression): boolean {
  if (!ts.isCallExpression(node)) return false;
  const { names, whole } = findExistingImports(node.getSourceFile(), definition.executor.module);
  const text = node.expression.getText();
  return text === names.get(channel.inject) || (whole !== undefined && text === `${whole}.${channel.inject}`);
}
