import { Tinypool } from 'tinypool';

export interface Lane {
  pool: Tinypool;
}

export function openLane(file: string): Lane {
  return { pool: new Tinypool({ filename: file }) };
}
