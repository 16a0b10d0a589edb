import type { Piscina } from 'piscina';

export const fake = {
  run: async (task: string) => task.toUpperCase(),
} as unknown as Piscina;

test('shouts', async () => {
  expect(await fake.run('grapes')).toBe('GRAPES');
});
