import PQueue from 'p-queue';

jest.mock('p-queue');

test('adds', () => {
  const queue = new PQueue();
  expect(queue.add).not.toHaveBeenCalled();
  jest.spyOn(queue, 'add');
});
