import { Tinypool } from 'tinypool';
import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

export interface Lane {
  pool: Tinypool;
}

export function openLane(file: string): Lane {
  return { pool: new TracedThreadPoolExecutor({ filename: file }) };
}
