import type { ClassReference } from '../sites/class-references.js';
import { replaceNode } from './text-spans.js';
import type { Span } from './text-spans.js';

/** The span by which a name of the library becomes one of the executor; what is called with it is built from now on. */
export function renameReference({ node, call }: ClassReference, name: string): Span {
  if (!call) return replaceNode(node, name);
  const { expression, questionDotToken } = call;
  const start = expression.getStart();
  // `void(create)()`
  const isGlued = /[\w$]/.test(call.getSourceFile().text[start - 1] ?? '');
  return {
    start,
    end: (questionDotToken ?? expression).end,
    text: `${isGlued ? ' ' : ''}new ${name}`,
  };
}
