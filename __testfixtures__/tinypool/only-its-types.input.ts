import type { Options, Tinypool } from 'tinypool';

export interface Mill {
  readonly options: Options;
  stop(pool: Tinypool): void;
}

export const withThreads = (options: Options, maxThreads: number): Options => ({ ...options, maxThreads });
