import { formatDuration } from '../durations.js';
import type { PageAxis } from './page/data.js';

const MOST_STEPS = 5;

/** Marks at round times, no more than there is room for. @param length in nanoseconds, at least one */
export function createAxis(length: number): PageAxis {
  const least = Math.max(1, length / MOST_STEPS);
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10);
  const count = Math.floor(length / step) + 1;
  const texts = Array.from({ length: count }, (_, index) =>
    index === 0 ? '0' : formatDuration(BigInt(step) * BigInt(index)).replace(/\.0+ /, ' '),
  );
  return { step, texts };
}
