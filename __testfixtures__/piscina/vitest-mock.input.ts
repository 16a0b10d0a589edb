import { Piscina } from 'piscina';
import { expect, test, vi } from 'vitest';

vi.mock('piscina', () => ({ Piscina: class { run = async (task: string) => `pressed ${task}`; } }));

test('presses', async () => {
  expect(await new Piscina({ filename: 'press.js' }).run('grapes')).toBe('pressed grapes');
});
