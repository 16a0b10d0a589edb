import { DynamicThreadPool, FixedThreadPool } from 'poolifier';

export function createPool(isElastic: boolean, file: string) {
  return isElastic ? new DynamicThreadPool<string, string>(1, 4, file) : new FixedThreadPool<string, string>(4, file);
}

const pool = createPool(true, './spell.js');

export const spell = (word: string) => pool.execute(word);
