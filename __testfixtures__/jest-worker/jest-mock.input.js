const { Worker } = require('jest-worker');

jest.mock('jest-worker', () => ({ Worker: jest.fn(() => ({ lint: jest.fn(), end: jest.fn() })) }));

test('ends the farm', async () => {
  const farm = new Worker('/srv/lint.js');
  farm.lint('a.js');
  await farm.end();
  expect(Worker).toHaveBeenCalledTimes(1);
});
