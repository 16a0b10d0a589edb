import type { ts } from 'ts-morph';

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
    if (next && isRemoved(element)) spans.push({ start: element.getStart(), end: next.getStart(), text: '' });
  }
  const lastKept = elements[kept - 1];
  const last = elements.at(-1);
  if (lastKept && last && kept < elements.length)
    spans.push({ start: lastKept.end, end: last.end, text: '' });
  return spans;
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
