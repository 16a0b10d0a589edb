import type { Cost } from './timed-process.js';

/** The middle of some numbers, and how far the others are apart. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** A quarter of the numbers is below it. */
  readonly lower: number;
  /** A quarter of the numbers is above it. */
  readonly upper: number;
}

function quantile(sorted: readonly number[], fraction: number): number {
  const place = (sorted.length - 1) * fraction;
  const low = sorted[Math.floor(place)] ?? NaN;
  const high = sorted[Math.ceil(place)] ?? NaN;
  return low + (high - low) * (place - Math.floor(place));
}

export function summarize(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const [min, lower, median, upper, max] = [0, 0.25, 0.5, 0.75, 1].map((at) => quantile(sorted, at)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { min, lower, median, upper, max };
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
