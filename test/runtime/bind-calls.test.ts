import { diag, DiagLogLevel } from '@opentelemetry/api';
import Bottleneck from 'bottleneck';
import throat from 'throat';
import { bindCalls } from 'traced-pool/context';
import { activeRequest, inRequest, settle } from '../support/requests.js';
import { setUpTracing, tearDownTracing } from '../support/spans.js';

afterEach(() => {
  diag.disable();
  tearDownTracing();
});

async function resize(this: unknown, page: number): Promise<unknown> {
  const first = activeRequest();
  await settle();
  if (page < 0) throw new RangeError(`no page ${page}`);
  return [this, page, first, activeRequest()];
}

function oneByOne(callee: typeof resize): typeof resize {
  return Object.assign(throat(1, callee), { limit: 1 });
}

describe('bindCalls', () => {
  test.each([1, 2])('lets Bottleneck run each call in its request, %d at once', async (maxConcurrent) => {
    setUpTracing();
    const limiter = new Bottleneck({ maxConcurrent });
    const resized = bindCalls((bound) => limiter.wrap(bound(resize)));
    const self = { name: 'service' };
    const calls = ['anna', 'berta', undefined, 'carla'].map((request, page) =>
      inRequest(request, () => resized.call(self, page)),
    );
    const failing = inRequest('doris', () => resized(-1));
    const urgent = inRequest('erika', () => resized.withOptions({ priority: 1 }, 9));
    await expect(Promise.all(calls)).resolves.toEqual([
      [self, 0, 'anna', 'anna'],
      [self, 1, 'berta', 'berta'],
      [self, 2, undefined, undefined],
      [self, 3, 'carla', 'carla'],
    ]);
    await expect(failing).rejects.toThrow(new RangeError('no page -1'));
    expect(((await urgent) as unknown[]).slice(1)).toEqual([9, 'erika', 'erika']);
  });

  test('lets a call that is tried again run in its request again', async () => {
    setUpTracing();
    const limiter = new Bottleneck({ maxConcurrent: 1 });
    limiter.on('failed', async (_error, { retryCount }) => (retryCount < 2 ? 1 : undefined));
    const seen: unknown[] = [];
    const failing = bindCalls((bound) =>
      limiter.wrap(
        bound(async () => {
          seen.push(activeRequest());
          if (seen.length < 3) throw new Error('again');
        }),
      ),
    );
    await inRequest('anna', () => failing());
    expect(seen).toEqual(['anna', 'anna', 'anna']);
  });

  test('keeps the looks of the outer function', () => {
    const plain = oneByOne(resize);
    const calls = bindCalls((bound) => oneByOne(bound(resize)));
    expect([calls.name, calls.length, Reflect.ownKeys(calls)]).toEqual([
      plain.name,
      plain.length,
      Reflect.ownKeys(plain),
    ]);
  });

  test('hands on `this` and arguments', async () => {
    setUpTracing();
    const calls = bindCalls((bound) => oneByOne(bound(resize)));
    const self = {};
    const results = ['anna', 'berta'].map((request, page) =>
      inRequest(request, () => calls.call(self, page)),
    );
    await expect(Promise.all(results)).resolves.toEqual([
      [self, 0, 'anna', 'anna'],
      [self, 1, 'berta', 'berta'],
    ]);
  });

  test('runs a call of which nothing is known in no request', async () => {
    setUpTracing();
    let inner: typeof resize | undefined;
    bindCalls((bound) => (inner = bound(resize)));
    await expect(inRequest('anna', () => inner?.call(1, 5))).resolves.toEqual([1, 5, undefined, undefined]);
  });

  test('leaves what is no function, and says so once', () => {
    const warnings: string[] = [];
    const ignore = (): void => {};
    const logger = { error: ignore, info: ignore, debug: ignore, verbose: ignore };
    diag.setLogger({ ...logger, warn: (text) => warnings.push(text) }, DiagLogLevel.WARN);
    const limiter = new Bottleneck();
    expect(bindCalls(() => limiter)).toBe(limiter);
    expect(bindCalls(() => undefined)).toBeUndefined();
    expect(warnings).toEqual(['bindCalls() was given no function to call']);
  });
});
