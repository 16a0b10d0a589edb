/** One line of the table of figures. */
export interface Row {
  readonly measure: string;
  readonly target: string;
  readonly result: string;
  /** How far the rounds are apart, or what else tells how sure the result is. */
  readonly spread: string;
  readonly isMet: boolean;
  /** What bounds the result where the target is missed: the cost of what everybody must do. */
  readonly limit?: string;
}

/** Measures what belongs together, in a process of its own. */
export type Measure = (budget: Budget) => Promise<readonly Row[]>;

/** How long a measure may take. */
export interface Budget {
  readonly seconds: number;
  /** Whether it is only to be seen that everything runs: as few rounds and as small sizes as there can be. */
  readonly isShort: boolean;
}

/** Writes a ratio as the table has it. */
export const times = (value: number): string => `${value.toFixed(2)} ×`;
