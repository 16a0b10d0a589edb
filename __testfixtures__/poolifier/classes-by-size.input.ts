import { DynamicThreadPool, FixedThreadPool } from 'poolifier';

const BY_SIZE = [FixedThreadPool, DynamicThreadPool];

export function build(size: number, file: string): FixedThreadPool<string, string> {
  const Pool = BY_SIZE.at(size > 8 ? 1 : 0)!;
  return new Pool(size, file);
}
