import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { diag, DiagLogLevel } from '@opentelemetry/api';
import async from 'async';
import type { QueueObject } from 'async';
import BetterQueue from 'better-queue';
import fastq from 'fastq';
import type { queue, queueAsPromised } from 'fastq';
import { bindQueue } from 'traced-pool/context';
import { activeRequest, inRequest } from '../support/requests.js';
import { inSpan, setUpTracing, tearDownTracing } from '../support/spans.js';

interface Task {
  readonly page: number;
}

afterEach(() => {
  diag.disable();
  tearDownTracing();
});

async function measure(task: Task): Promise<number> {
  return task.page;
}

/** What TypeScript says of it is what is tested. */
export const typed = {
  calling: (): QueueObject<Task> =>
    bindQueue((bound) =>
      async.queue<Task>(
        bound((task, callback) => callback(task.page > 0 ? null : new Error('none'))),
        2,
      ),
    ),
  promising: (): QueueObject<Task> =>
    bindQueue((bound) => async.queue<Task>(bound(async (task) => void task.page.toFixed()))),
  prioritized: () =>
    bindQueue((bound) =>
      async.priorityQueue<Task>(bound((task, callback) => callback(task.page > 0 ? null : undefined))),
    ).push({ page: 1 }, 3),
  cargo: () =>
    bindQueue((bound) =>
      async.cargo<Task>(
        bound((tasks, callback) => callback(tasks.some(({ page }) => page > 0) ? null : undefined)),
      ),
    ),
  fastq: (): queue<Task, string> =>
    bindQueue((bound) =>
      fastq<unknown, Task, string>(
        bound((task, done) => done(null, task.page.toFixed())),
        1,
      ),
    ),
  fastqWithContext: (): queue<Task, number> =>
    bindQueue((bound) =>
      fastq<{ factor: number }, Task, number>(
        { factor: 2 },
        bound(function (task, done) {
          done(null, this.factor * task.page);
        }),
        1,
      ),
    ),
  fastqPromise: (): queueAsPromised<Task, number> => bindQueue((bound) => fastq.promise(bound(measure), 1)),
  better: (): BetterQueue<Task, string> =>
    bindQueue(
      (bound) =>
        new BetterQueue<Task, string>(
          bound((task, done) => done(null, String(task.page))),
          { concurrent: 2 },
        ),
    ),
  betterWithOptions: () =>
    bindQueue(
      (bound) =>
        new BetterQueue<Task, string>(
          bound({ process: (task, done) => done(null, String(task.page)), batchSize: 3 }),
        ),
    ),
  wrong: () => {
    // @ts-expect-error: the worker takes something else
    bindQueue((bound) => fastq.promise<unknown, string, number>(bound(measure), 1));
    // @ts-expect-error: the queue has no such task
    void typed.fastqPromise().push('one');
  },
};

describe('bindQueue', () => {
  test.each([1, 2])('gives each span its request as parent, at concurrency %d', async (concurrency) => {
    const tracing = setUpTracing();
    const queued = bindQueue((bound) =>
      fastq.promise(
        bound((id: string) => inSpan(`resize for ${id}`, () => new Promise(setImmediate))),
        concurrency,
      ),
    );
    const ids = ['anna', 'berta', 'carla', 'doris'];
    await Promise.all(ids.map((id) => inSpan(id, () => queued.push(id))));
    const spans = tracing.collected.spans;
    const names = new Map(spans.map((span) => [span.spanContext().spanId, span.name]));
    const parents = spans.map(({ name, parentSpanContext }) => [
      name,
      names.get(parentSpanContext?.spanId ?? ''),
    ]);
    expect(Object.fromEntries(parents)).toEqual(
      Object.fromEntries(
        ids.flatMap((id) => [
          [`resize for ${id}`, id],
          [id, undefined],
        ]),
      ),
    );
  });

  test('returns the very queue that was created', () => {
    let created: unknown;
    expect(
      bindQueue(
        (bound) =>
          (created = fastq(
            bound(() => {}),
            1,
          )),
      ),
    ).toBe(created);
  });

  test('hands on what create throws', () => {
    expect(() =>
      bindQueue((bound) =>
        fastq(
          bound(() => {}),
          0,
        ),
      ),
    ).toThrow('concurrency');
  });

  test('serves a queue of a library that it does not know', () => {
    setUpTracing();
    const seen: unknown[] = [];
    const waiting: unknown[] = [];
    const work = (item: unknown): void => void seen.push([item, activeRequest()]);
    const { push, run } = bindQueue((bound) => {
      const worker = bound(work);
      return {
        push: (item: unknown) => waiting.push(item),
        run: () => waiting.splice(0).forEach((item) => worker(item)),
      };
    });
    for (const request of ['anna', 'berta', undefined]) inRequest(request, () => push([1]) && push('same'));
    inRequest('runner', run);
    expect(seen.map((entry) => (entry as unknown[])[1])).toEqual([
      'anna',
      'anna',
      'berta',
      'berta',
      undefined,
      undefined,
    ]);
  });

  test('leaves what has no push as it is, its worker too, and says so once', () => {
    setUpTracing();
    const warnings: string[] = [];
    const ignore = (): void => {};
    const logger = { error: ignore, info: ignore, debug: ignore, verbose: ignore };
    diag.setLogger({ ...logger, warn: (text) => warnings.push(text) }, DiagLogLevel.WARN);
    const limiter = bindQueue((bound) => ({ run: bound(activeRequest) }));
    expect(inRequest('anna', () => limiter.run())).toBe('anna');
    expect(bindQueue((bound) => bound(undefined))).toBeUndefined();
    expect(warnings).toEqual(['bindQueue() was given no queue: what was built has no method push()']);
  });

  test('keeps its types', () => {
    expect(typed.fastq().push({ page: 1 })).toBeUndefined();
  });

  test('holds no context once a queue has drained, or was killed or emptied', () => {
    const file = join(__dirname, '..', 'support', 'leaks.cjs');
    const output = execFileSync(process.execPath, ['--expose-gc', file], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    const { held, queues } = JSON.parse(output) as { held: Record<string, number>; queues: number };
    expect(Object.keys(held)).toHaveLength(queues);
    expect(Object.entries(held).filter(([, count]) => count > 0)).toEqual([]);
  });
});
