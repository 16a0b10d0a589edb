import type { FileOutcome } from '../engine/contracts.js';

export function isChanged({ before, after }: FileOutcome): boolean {
  return before !== after;
}
