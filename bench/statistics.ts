import type { Cost } from './timed-process.js';

/** The middle of some numbers, and how far the outer ones are apart. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function summarize(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = NaN, high = low] = [(sorted.length - 1) >> 1, sorted.length >> 1].map((at) => sorted[at]);
  return { median: (low + high) / 2, min: sorted[0] ?? NaN, max: sorted.at(-1) ?? NaN };
}

export function summarizeCosts(costs: readonly Cost[]): Record<keyof Cost, Summary> {
  return {
    wallMillis: summarize(costs.map(({ wallMillis }) => wallMillis)),
    cpuMillis: summarize(costs.map(({ cpuMillis }) => cpuMillis)),
    maxMemoryMegabytes: summarize(costs.map(({ maxMemoryMegabytes }) => maxMemoryMegabytes)),
  };
}

/** Rows of equal length, the first of them the head, in columns. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = rows;
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)]
    .map((text) => `${text}\n`)
    .join('');
}
