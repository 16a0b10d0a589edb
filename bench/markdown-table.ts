/** A Markdown table whose columns are lined up. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('');
}

/** Puts a table between the marks of its name in a Markdown text. */
export function insertTable(text: string, name: string, table: string): string {
  const [begin, finish] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const [start, end] = [text.indexOf(begin), text.indexOf(finish)];
  if (start < 0 || end < start) throw new Error(`the file has no ${begin} and ${finish}`);
  return `${text.slice(0, start + begin.length)}\n\n${table}\n${text.slice(end)}`;
}
