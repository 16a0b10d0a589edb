import { ts } from 'ts-morph';
import type { ClassReference } from '../sites/class-references.js';
import { replaceNode } from './text-spans.js';
import type { Span } from './text-spans.js';

/** The comments in a text, each with the space before it, and the line end that a line comment needs. */
function commentsIn(text: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, false, ts.LanguageVariant.Standard, text);
  let found = '';
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token === ts.SyntaxKind.MultiLineCommentTrivia) found += ` ${scanner.getTokenText()}`;
    if (token === ts.SyntaxKind.SingleLineCommentTrivia) found += ` ${scanner.getTokenText()}\n`;
  }
  return found;
}

/** The span by which a name of the library becomes one of the executor; what is called with it is built from now on. */
export function renameReference({ node, call }: ClassReference, name: string): Span {
  if (!call) return replaceNode(node, name);
  const { expression, questionDotToken } = call;
  const { text } = call.getSourceFile();
  const start = expression.getStart();
  const { end } = questionDotToken ?? expression;
  // `void(create)()`
  const gap = /[\w$]/.test(text[start - 1] ?? '') ? ' ' : '';
  return { start, end, text: `${gap}new ${name}${commentsIn(text.slice(start, end))}` };
}
