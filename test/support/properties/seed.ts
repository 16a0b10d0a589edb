import type { Parameters } from 'fast-check';

const { FC_SEED = 20, FC_EFFORT = 1 } = process.env;

export const TIMEOUT_MILLIS = 120_000 * Number(FC_EFFORT);

/** The same values every time; `FC_SEED=7 FC_EFFORT=10 npx jest test/transforms/properties` tries ten times as many others. */
export function runs(count: number): Parameters<unknown> {
  const numRuns = Math.ceil(count * Number(FC_EFFORT));
  // Shrinking has to end before jest gives up, or nothing is told.
  return { seed: Number(FC_SEED), numRuns, interruptAfterTimeLimit: TIMEOUT_MILLIS * 0.8 };
}
