import BetterQueue from 'better-queue';
import { bindQueue } from 'traced-pool/context';
import { activeRequest, inRequest } from '../support/requests.js';
import { setUpTracing, tearDownTracing } from '../support/spans.js';

interface Task {
  readonly id: string;
  readonly page: number;
}

type Process = (task: Task, done: (error?: unknown, result?: unknown) => void) => void;

afterEach(tearDownTracing);

const drained = (queue: BetterQueue<Task, unknown>): Promise<void> =>
  new Promise((resolve) => queue.once('drain', () => resolve()));

const allAccepted = (queue: BetterQueue<Task, unknown>, count: number): Promise<void> =>
  new Promise((resolve) => {
    let acceptedCount = 0;
    queue.on('task_accepted', () => {
      if (++acceptedCount === count) resolve();
    });
  });

/** Pushes a task in each request; gives what the process function saw, and what each callback was given. */
async function run(
  options: Partial<BetterQueue.QueueOptions<Task, unknown>>,
  pushes: readonly (readonly [string | undefined, string])[],
  isBound = true,
  answer: Process = (task, done) => setTimeout(() => done(null, task.page * 2), 1),
) {
  const seen: unknown[] = [];
  const answers: unknown[] = [];
  const create = (bound: <T>(value: T) => T): BetterQueue<Task, unknown> =>
    new BetterQueue<Task, unknown>(
      bound(function (given: Task, done: (error?: unknown, result?: unknown) => void) {
        const ids = [given].flat().map(({ id }) => id);
        seen.push([ids.join(), isBound ? activeRequest() : null]);
        answer([given].flat()[0] as Task, done);
        return { cancel: () => void seen.push(['cancelled', ids.join()]) };
      }),
      options,
    );
  const queue = isBound ? bindQueue(create) : create((value) => value);
  const end = drained(queue);
  queue.pause();
  const accepted = allAccepted(queue, pushes.length);
  for (const [page, [request, id]] of pushes.entries())
    inRequest(request, () => queue.push({ id, page }, (error, result) => answers.push([id, error, result])));
  await accepted;
  queue.resume();
  await end;
  return { seen, answers, queue };
}

const THREE = [
  ['anna', 'a'],
  ['berta', 'b'],
  [undefined, 'c'],
] as const;

describe('a bound better-queue', () => {
  test.each([1, 2])('runs each task in its request, %d at once', async (concurrent) => {
    setUpTracing();
    const { seen, answers } = await run({ concurrent }, THREE);
    expect(seen).toEqual([
      ['a', 'anna'],
      ['b', 'berta'],
      ['c', undefined],
    ]);
    expect(answers).toEqual((await run({ concurrent }, THREE, false)).answers);
  });

  test('tries a task again in its request', async () => {
    setUpTracing();
    const failures = new Map<string, number>();
    const { seen } = await run({ maxRetries: 3, retryDelay: 1 }, THREE, true, ({ id }, done) => {
      failures.set(id, (failures.get(id) ?? 0) + 1);
      if ((failures.get(id) ?? 0) < 3) done(new Error('again'));
      else done(null, id);
    });
    expect(seen.length).toBe(9);
    expect(new Set(seen.map((entry) => String(entry)))).toEqual(new Set(['a,anna', 'b,berta', 'c,']));
  });

  test('runs a task that is merged of several requests in none, of one in that one', async () => {
    setUpTracing();
    const pushes = [
      ['anna', 'a'],
      ['berta', 'a'],
      ['carla', 'c'],
      ['carla', 'c'],
    ] as const;
    const { seen, answers } = await run({}, pushes);
    const bare = await run({}, pushes, false);
    expect(seen).toContainEqual(['c', 'carla']);
    expect(seen).toContainEqual(['a', undefined]);
    expect(answers).toEqual(bare.answers);
  });

  test('runs a batch of several requests in none, of one in that one', async () => {
    setUpTracing();
    const batch = (names: readonly string[]): Promise<{ seen: unknown[] }> =>
      run(
        { batchSize: 2 },
        names.map((name, index) => [name, String(index)] as const),
      );
    expect((await batch(['anna', 'anna', 'berta'])).seen).toEqual([
      ['0,1', 'anna'],
      ['2', 'berta'],
    ]);
    expect((await batch(['anna', 'berta'])).seen).toEqual([['0,1', undefined]]);
  });

  test('takes an options object with its process function, and leaves that object alone', async () => {
    setUpTracing();
    const seen: unknown[] = [];
    const process: Process = (task, done) => {
      seen.push([task.id, activeRequest()]);
      done();
    };
    const options = { process, concurrent: 1 };
    const queue = bindQueue((bound) => new BetterQueue<Task>(bound(options)));
    expect(options.process).toBe(process);
    expect(queue).toBeInstanceOf(BetterQueue);
    expect(Object.keys(queue)).toEqual(Object.keys(new BetterQueue<Task>(options)));
    const end = drained(queue);
    inRequest('anna', () => queue.push({ id: 'a', page: 1 }));
    await end;
    expect(seen).toEqual([['a', 'anna']]);
  });

  test('pairs tasks that were pushed before the store was there, and none with those of the store', async () => {
    setUpTracing();
    const { default: Memory } = { default: jest.requireActual<new () => MemoryStore>('better-queue-memory') };
    const store = new Memory();
    const connect = store.connect.bind(store);
    store.connect = (done) => void setTimeout(() => connect(done), 5);
    store.putTask('old', { id: 'old', page: 0 }, undefined, () => {});
    const { seen } = await run({ store: store as never }, THREE);
    expect(seen).toEqual([
      ['old', undefined],
      ['a', 'anna'],
      ['b', 'berta'],
      ['c', undefined],
    ]);
  });

  test('keeps what the process function returns', async () => {
    setUpTracing();
    const { seen } = await run({ cancelIfRunning: true }, [['anna', 'a']], true, (task, done) => {
      setTimeout(() => done(null, task), 1);
    });
    expect(seen).toEqual([['a', 'anna']]);
    const cancelled: string[] = [];
    const queue = bindQueue(
      (bound) =>
        new BetterQueue<Task>(bound(((task) => ({ cancel: () => void cancelled.push(task.id) })) as Process)),
    );
    const failed = new Promise((resolve) => queue.once('task_started', resolve));
    queue.push({ id: 'z', page: 1 });
    await failed;
    queue.cancel('z');
    expect(cancelled).toEqual(['z']);
  });
});

interface MemoryStore {
  connect(done: (error: unknown, length: number) => void): void;
  putTask(id: string, task: Task, priority: undefined, done: () => void): void;
}
