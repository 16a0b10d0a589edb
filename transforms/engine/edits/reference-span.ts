import { ts } from 'ts-morph';
import type { ClassReference } from '../sites/class-references.js';
import { replaceNode } from './text-spans.js';
import type { Span } from './text-spans.js';

/** The comments in a text, each after a space; what ends the line of a line comment stays behind it. */
function commentsIn(text: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, false, ts.LanguageVariant.Standard, text);
  let found = '';
  let isAtLineEnd = false;
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    const isLine = token === ts.SyntaxKind.SingleLineCommentTrivia;
    const isSpace = token === ts.SyntaxKind.NewLineTrivia || token === ts.SyntaxKind.WhitespaceTrivia;
    if (isLine || token === ts.SyntaxKind.MultiLineCommentTrivia) found += ` ${scanner.getTokenText()}`;
    else if (isSpace && isAtLineEnd) found += scanner.getTokenText();
    isAtLineEnd = isLine || (isSpace && isAtLineEnd);
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
