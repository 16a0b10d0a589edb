const MILLION = 1_000_000n;
/** What a `Date` can be, in milliseconds from 1970. */
const MAX_MILLIS = 8_640_000_000_000_000n;

/** `2026-11-26T19:45:02.123456789Z`; of a time that no calendar has, its number. @param nanos since 1970 */
export function formatInstant(nanos: bigint): string {
  const rest = ((nanos % MILLION) + MILLION) % MILLION;
  const millis = (nanos - rest) / MILLION;
  if (millis > MAX_MILLIS || millis < -MAX_MILLIS) return `${nanos} ns after 1970`;
  return new Date(Number(millis)).toISOString().replace('Z', `${String(rest).padStart(6, '0')}Z`);
}
