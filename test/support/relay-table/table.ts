/** A table of text with aligned columns: numbers to the right, all else to the left. */
export function formatTable(rows: readonly (readonly (string | number)[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => String(row[column]).length)),
  );
  const formatCell = (cell: string | number, column: number): string => {
    const width = widths[column] ?? 0;
    return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
  };
  return rows.map((row) => `${row.map(formatCell).join(' | ').trimEnd()}\n`).join('');
}
