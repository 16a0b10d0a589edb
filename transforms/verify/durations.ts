const UNITS = [
  { limit: 1_000, divisor: 1, unit: 'ns' },
  { limit: 1_000_000, divisor: 1_000, unit: 'µs' },
  { limit: 1_000_000_000, divisor: 1_000_000, unit: 'ms' },
] as const;

/** A duration for people, of three digits: `684 ms`, `1.2 s`. @param nanos whole nanoseconds */
export function formatDuration(nanos: bigint): string {
  const number = Number(nanos < 0n ? 0n : nanos);
  const { divisor, unit } = UNITS.find(({ limit }) => number < limit) ?? { divisor: 1e9, unit: 's' };
  const value = number / divisor;
  return `${value >= 100 || divisor === 1 ? value.toFixed(0) : value.toPrecision(value < 10 ? 2 : 3)} ${unit}`;
}
