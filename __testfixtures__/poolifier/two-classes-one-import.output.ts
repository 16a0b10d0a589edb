import { TracedDynamicThreadPoolExecutor, TracedThreadPoolExecutor } from 'traced-pool/poolifier';

export function createPool(isElastic: boolean, file: string) {
  return isElastic ? new TracedDynamicThreadPoolExecutor<string, string>(1, 4, file) : new TracedThreadPoolExecutor<string, string>(4, file);
}

const pool = createPool(true, './spell.js');

export const spell = (word: string) => pool.submit(word);
