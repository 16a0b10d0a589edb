/** Indents each line of a text. */
export function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}

/**
 * The text of a template literal as if it stood at the margin: without what all its lines are indented by, without the
 * blank lines around it, without spaces at the ends of lines.
 */
export function dedent(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  const widths = lines.filter(Boolean).map((line) => line.length - line.trimStart().length);
  const common = widths.length > 0 ? Math.min(...widths) : 0;
  return lines.map((line) => line.slice(common)).join('\n');
}
