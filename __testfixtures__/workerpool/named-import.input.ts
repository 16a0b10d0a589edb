import { pool, isMainThread } from 'workerpool';
import type { Pool } from 'workerpool';

let shared: Pool | undefined;

function getShared(): Pool {
  return (shared ??= pool('./measure.js'));
}

export function measure(rope: string) {
  if (!isMainThread) throw new Error('main thread only');
  return getShared().exec('measure', [rope]);
}
