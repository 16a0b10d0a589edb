import { join } from 'node:path';
import { TracedThreadPoolExecutor } from 'traced-pool/workerpool';

const script = join(__dirname, '..', '..', 'support', 'engines', 'workerpool-worker.cjs');

describe('workerpool executor that is terminated', () => {
  test('gives up what map holds back, and makes no worker for it', async () => {
    const pool = new TracedThreadPoolExecutor(script, { workerType: 'thread', maxWorkers: 1 });
    await pool.exec('halve', [2]);
    const calls = [2, 4, 6, 8].map((number) => [number]);
    const halves = pool.map('halve', calls, { concurrency: 1 });
    const outcome = expect(halves).rejects.toThrow('Pool terminated');
    await pool.terminate();
    await outcome;
    expect(pool.stats()).toMatchObject({ totalWorkers: 0, pendingTasks: 0 });
  });

  test('does not wait for workers that are made afterwards', async () => {
    const pool = new TracedThreadPoolExecutor(script, { workerType: 'thread', maxWorkers: 2 });
    await pool.exec('halve', [2]);
    const ended = pool.terminate();
    const late = pool.exec('halve', [4]);
    await ended;
    expect(await late).toBe(2);
    await pool.terminate();
  });
});
