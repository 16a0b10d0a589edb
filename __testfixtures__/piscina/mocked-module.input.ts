import Piscina from 'piscina';

jest.mock('piscina');

test('presses grapes', async () => {
  const press = new Piscina({ filename: 'press.js' });
  jest.mocked(press.run).mockResolvedValue(3);
  expect(await press.run({ kilos: 4 })).toBe(3);
});
