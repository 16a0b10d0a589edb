import { Tinypool } from 'tinypool';
import { expect, test, vi } from 'vitest';

vi.mock('tinypool', () => ({ Tinypool: vi.fn() }));

test('starts two threads', () => {
  const pool = new Tinypool({ filename: './sort.mjs', maxThreads: 2 });
  void pool.run('letters');
  expect(Tinypool).toHaveBeenCalledOnce();
});
