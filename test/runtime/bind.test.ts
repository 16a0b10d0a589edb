import { AsyncLocalStorage } from 'node:async_hooks';
import { types } from 'node:util';
import { context, createContextKey, ROOT_CONTEXT } from '@opentelemetry/api';
import { bind } from 'traced-pool/context';
import { activeRequest, inRequest } from '../support/requests.js';
import { inSpan, setUpTracing, tearDownTracing } from '../support/spans.js';

const KEY = createContextKey('test');
const AsyncFunction = (async () => {}).constructor;

afterEach(tearDownTracing);

describe('bind', () => {
  test.each([1, 2])('gives each queued job its request as parent, at concurrency %d', async (concurrency) => {
    const tracing = setUpTracing();
    const waiting: (() => Promise<void>)[] = [];
    const done: Promise<unknown>[] = [];
    for (const name of ['anna', 'berta', 'carla', 'doris'])
      await inSpan(name, async () => {
        const job = bind(() => inSpan(`job of ${name}`, async () => {}).then(() => {}));
        done.push(new Promise<void>((resolve) => waiting.push(() => job().then(resolve))));
      });
    const drain = async (): Promise<void> => {
      for (let job = waiting.shift(); job; job = waiting.shift()) await job();
    };
    await inSpan('drainer', () => Promise.all(Array.from({ length: concurrency }, drain)));
    await Promise.all(done);
    const spans = tracing.collected.spans;
    const names = new Map(spans.map((span) => [span.spanContext().spanId, span.name]));
    const parents = spans
      .filter(({ name }) => name.startsWith('job'))
      .map(({ name, parentSpanContext }) => [name, names.get(parentSpanContext?.spanId ?? '')]);
    expect(Object.fromEntries(parents)).toEqual({
      'job of anna': 'anna',
      'job of berta': 'berta',
      'job of carla': 'carla',
      'job of doris': 'doris',
    });
  });

  test('keeps a job without a request out of the request that runs it', () => {
    setUpTracing();
    const job = bind(activeRequest);
    expect(inRequest('anna', () => job())).toBeUndefined();
  });

  test('runs under a given context', () => {
    setUpTracing();
    const job = bind(() => context.active().getValue(KEY), ROOT_CONTEXT.setValue(KEY, 'given'));
    expect(inRequest('anna', job)).toBe('given');
    expect(bind(() => context.active().getValue(KEY), undefined)()).toBeUndefined();
  });

  test('keeps `this`, arguments, result and error', () => {
    setUpTracing();
    const failure = new Error('no such page');
    const strict = inRequest('anna', () =>
      bind(function (this: unknown, ...args: unknown[]) {
        if (args[0] === 'fail') throw failure;
        return [this, args];
      }),
    );
    const self = {};
    expect(strict.call(self, 1, undefined)).toEqual([self, [1, undefined]]);
    expect(strict()).toEqual([undefined, []]);
    expect(strict.call(null)).toEqual([null, []]);
    expect(() => strict('fail')).toThrow(failure);
  });

  const symbol = Symbol('own');
  const jobs = {
    plain: Object.assign(function resize(_page: number, _size: number) {}, { timeout: 5, [symbol]: 6 }),
    async: Object.assign(async function resize(_page: number, _size: number) {}, { timeout: 5, [symbol]: 6 }),
    anonymous: (() => () => {})(),
    'anonymous async': (() => async () => {})(),
    generator: function* pages(_from: number) {},
    'async generator': async function* pages(_from: number) {},
  };

  test.each(Object.entries(jobs))('keeps the looks of a function: %s', (_name, job) => {
    const bound = bind(job as () => unknown);
    expect(bound).not.toBe(job);
    const look = (of: object): unknown[] => [
      Reflect.ownKeys(of)
        .filter((key) => !['arguments', 'caller', 'prototype'].includes(String(key)))
        .sort((left, right) => (String(left) < String(right) ? -1 : 1))
        .map((key) => [key, Reflect.getOwnPropertyDescriptor(of, key)]),
      Object.getPrototypeOf(of) as unknown,
      of.constructor,
      (of as { [Symbol.toStringTag]?: string })[Symbol.toStringTag],
    ];
    expect(look(bound)).toEqual(look(job));
  });

  test('keeps an async function one', async () => {
    setUpTracing();
    const bound = inRequest('anna', () => bind(async () => activeRequest()));
    expect([types.isAsyncFunction(bound), bound.constructor]).toEqual([true, AsyncFunction]);
    await expect(bound()).resolves.toBe('anna');
    await expect(bind(() => Promise.reject(new Error('late')))()).rejects.toThrow('late');
    await expect(
      bind(async () => {
        throw new Error('at once');
      })(),
    ).rejects.toThrow('at once');
  });

  test('runs the body of a generator in the context, whoever takes its steps', () => {
    setUpTracing();
    const bound = inRequest('anna', () =>
      bind(function* (first: string): Generator<unknown, unknown, string> {
        try {
          const second = yield [first, activeRequest()];
          yield [second, activeRequest()];
        } catch (error) {
          yield [String(error), activeRequest()];
        } finally {
          yield ['end', activeRequest()];
        }
        return 'result';
      }),
    );
    const steps = bound('1');
    expect(inRequest('berta', () => steps.next('ignored'))).toEqual({ value: ['1', 'anna'], done: false });
    expect(inRequest('berta', () => steps.next('2')).value).toEqual(['2', 'anna']);
    expect(inRequest('berta', () => steps.throw('3')).value).toEqual(['3', 'anna']);
    expect(inRequest('berta', () => steps.return('4')).value).toEqual(['end', 'anna']);
    expect(steps.next('')).toEqual({ value: '4', done: true });
  });

  test('runs the body of an async generator in the context', async () => {
    setUpTracing();
    const bound = inRequest('anna', () =>
      bind(async function* () {
        yield activeRequest();
        await new Promise((resolve) => setImmediate(resolve));
        yield activeRequest();
      }),
    );
    const seen: unknown[] = [];
    await inRequest('berta', async () => {
      for await (const request of bound()) seen.push(request);
    });
    expect(seen).toEqual(['anna', 'anna']);
  });

  test('carries every AsyncLocalStorage when it is told to, and a given context before them', () => {
    setUpTracing();
    const users = new AsyncLocalStorage<string>();
    const job = function (this: unknown, n: number): unknown {
      return [this, n, users.getStore(), activeRequest(), context.active().getValue(KEY)];
    };
    const given = ROOT_CONTEXT.setValue(KEY, 'given');
    const [own, all, both] = inRequest('anna', () =>
      users.run('Ms A', () => [bind(job), bind(job, { all: true }), bind(job, given, { all: true })]),
    );
    const later = (work?: typeof job): unknown => users.run('Ms B', () => work?.call('self', 1));
    expect(later(own)).toEqual(['self', 1, 'Ms B', 'anna', undefined]);
    expect(later(all)).toEqual(['self', 1, 'Ms A', 'anna', undefined]);
    expect(later(both)).toEqual(['self', 1, 'Ms A', undefined, 'given']);
  });

  test.each([undefined, null, 'job', 7, { run() {} }])('gives back what is no function: %p', (target) => {
    expect(bind(target)).toBe(target);
    expect(bind(target, { all: true })).toBe(target);
  });

  test('ignores a second argument that is no context and no options', () => {
    setUpTracing();
    const tasks = [activeRequest, activeRequest];
    const bound = inRequest('anna', () => tasks.map(bind as <T>(target: T) => T));
    expect(bound.map((job) => job())).toEqual(['anna', 'anna']);
  });

  test('does nothing where there is no SDK', () => {
    expect(bind((n: number) => n + 1)(1)).toBe(2);
    expect(bind((n: number) => n + 1, { all: true })(1)).toBe(2);
  });
});
