const { Pool, spawn, Worker } = require('threads');

jest.mock('threads');

test('spawns one', () => {
  Pool(() => spawn(new Worker('./one')), 1).queue(() => 1);
  expect(spawn).toHaveBeenCalledTimes(1);
});
