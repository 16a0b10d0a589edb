import { ts } from 'ts-morph';

/** A replacement that is not yet tied to a site. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function replaceNode(node: ts.Node, text: string): Span {
  return { start: node.getStart(), end: node.end, text };
}

/** The inside of a string literal, whose quotes stay. */
export function replaceStringText(literal: ts.Node, text: string): Span {
  return { start: literal.getStart() + 1, end: literal.end - 1, text };
}

export function insertAt(offset: number, text: string): Span {
  return { start: offset, end: offset, text };
}

/** Where an element of a list ends with its comma, and the next one starts, unless a comment stands between them. */
function endOfElement(element: ts.Node, next: ts.Node): number {
  const { text } = element.getSourceFile();
  const between = text.slice(element.end, next.getStart());
  return /^\s*,\s*$/.test(between) ? next.getStart() : element.end + between.indexOf(',') + 1;
}

/** Removes some elements of a comma-separated list, but not all of them; what surrounds the others stays. */
export function removeFromList(
  elements: readonly ts.Node[],
  isRemoved: (element: ts.Node) => boolean,
): Span[] {
  let kept = elements.length;
  while (kept > 0 && isRemoved(elements[kept - 1] as ts.Node)) kept--;
  const spans: Span[] = [];
  for (const [index, element] of elements.slice(0, kept).entries()) {
    const next = elements[index + 1];
    if (next && isRemoved(element))
      spans.push({ start: element.getStart(), end: endOfElement(element, next), text: '' });
  }
  // From the end backwards it is the comma before an element that goes with it.
  for (const [index, element] of elements.slice(kept).entries()) {
    const previous = elements[kept + index - 1];
    if (!previous) continue;
    const { text } = element.getSourceFile();
    const comma = previous.end + text.slice(previous.end).indexOf(',');
    const isPlain = /^,\s*$/.test(text.slice(comma, element.getStart()));
    spans.push({ start: isPlain ? comma : element.getStart(), end: element.end, text: '' });
  }
  return spans;
}

/** The end of a statement with the comment that follows it on its line. */
export function endOfLine(statement: ts.Node): number {
  const { text } = statement.getSourceFile();
  const comments = ts.getTrailingCommentRanges(text, statement.end) ?? [];
  return comments.at(-1)?.end ?? statement.end;
}

/** Removes a statement with its line, if nothing else stands on it. */
export function removeStatement(statement: ts.Node): Span {
  const { text } = statement.getSourceFile();
  const start = statement.getStart();
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[ \t]*(\r?\n|$)/.exec(text.slice(statement.end));
  const isAlone = text.slice(lineStart, start).trim() === '' && rest !== null;
  return isAlone
    ? { start: lineStart, end: statement.end + rest[0].length, text: '' }
    : { start, end: statement.end, text: '' };
}

/** The line end of the file, and the indentation of the node's line. */
export function newLineLike(node: ts.Node): string {
  const { text } = node.getSourceFile();
  const firstEnd = text.indexOf('\n');
  const lineEnd = firstEnd > 0 && text[firstEnd - 1] === '\r' ? '\r\n' : '\n';
  const start = node.getStart();
  const indentation = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))?.[0] ?? '';
  return lineEnd + indentation;
}

/** `'` or `"`, as a string literal has it. */
export function quoteOf(literal: ts.Node): string {
  return literal.getText()[0] ?? "'";
}

export function semicolonOf(statement: ts.Node): string {
  return statement.getText().endsWith(';') ? ';' : '';
}
