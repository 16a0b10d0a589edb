import workerpool from 'workerpool';

jest.mock('workerpool');

it('asks for two workers', async () => {
  const pool = workerpool.pool('./knit.js', { maxWorkers: 2 });
  await pool.exec('knit', ['scarf']);
  expect(workerpool.pool).toHaveBeenCalledTimes(1);
});
