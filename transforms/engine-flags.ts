import { setFlagsFromString } from 'node:v8';

/** Of Node.js 20 alone: later ones have a compiler in between, and no such flag. */
const hasBudget = process.versions.v8.startsWith('11.');

/** Sets JavaScript's engine up for a process that reads a lot and soon ends. */
export function saveTime(): void {
  // Trees of syntax soon are old: a young generation that grows takes 40 MB and saves no time.
  setFlagsFromString('--semi-space-growth-factor=1');
  // Optimised is what has run four times as much as usual: that saves a small run a quarter of its processor time.
  if (hasBudget) setFlagsFromString('--interrupt-budget=270000');
}

/** Takes that back for a process that has much to do: there it would take the main thread a tenth longer. */
export function optimiseSoon(): void {
  if (hasBudget) setFlagsFromString('--interrupt-budget=67584');
}
