import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import { context, diag, propagation, trace } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { inject, TracedWorker } from 'traced-pool/context';
import type { TracedWorkerOptions } from 'traced-pool/context';
import { createScratchFolder, linkPackages, removeScratchFolders } from '../../support/scratch.js';
import { inSpan, setUpTracing, tearDownTracing } from '../../support/spans.js';

const filename = join(__dirname, '..', 'workers', 'raw.cjs');
const workers: Worker[] = [];

function createWorker(options?: TracedWorkerOptions, file: string | URL = filename): TracedWorker {
  const worker = new TracedWorker(file, options);
  workers.push(worker);
  return worker;
}

const next = async (worker: Worker): Promise<unknown> => ((await once(worker, 'message')) as [unknown])[0];
const activeId = (): string | undefined => trace.getSpanContext(context.active())?.spanId;
const idOf = (span: ReadableSpan): string => span.spanContext().spanId;
const byName = (spans: readonly ReadableSpan[], name: string): ReadableSpan[] =>
  spans.filter((span) => span.name === name);

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
  tearDownTracing();
  diag.disable();
});

afterAll(removeScratchFolders);

describe('a one-shot worker', () => {
  test('runs in the context that was active where it was made, its data being the user’s', async () => {
    const tracing = setUpTracing();
    const { result, spanContext } = await inSpan('request', async () => {
      const worker = createWorker({ workerData: ['once', { n: 1 }] });
      const [message] = await Promise.all([next(worker), once(worker, 'exit')]);
      return message;
    });
    expect(result).toEqual({ start: spanContext.spanId, given: ['once', { n: 1 }] });
    const [span] = byName(await tracing.spans(), 'one-shot');
    expect(span?.parentSpanContext?.spanId).toBe(spanContext.spanId);
    expect(span?.attributes).toMatchObject({ 'thread.id': expect.any(Number) as number });
  });

  test('leaves its context to no worker that is made after it, bare or from within', async () => {
    setUpTracing();
    const source = `
      const { getEnvironmentData, parentPort, Worker } = require('node:worker_threads');
      const inner = "require('worker_threads').parentPort.postMessage(require('worker_threads').getEnvironmentData('traced-pool.start') ?? null)";
      new Worker(inner, { eval: true }).on('message', (message) => parentPort.postMessage(message));`;
    const outer = await inSpan('request', () => next(createWorker({ eval: true }, source)));
    expect(outer.result).toBeNull();
    const bare = new Worker(source, { eval: true });
    workers.push(bare);
    expect(await next(bare)).toBeNull();
  });
});

describe('what is started where', () => {
  const look = `const { trace, context } = require('@opentelemetry/api');
    trace.getTracer('t').startSpan('made').end();
    require('node:worker_threads').parentPort.postMessage([trace.getSpanContext(context.active())?.spanId, SEEN]);`;
  const lookModule = look
    .replace(/const (.*) = require\((.*)\)/, 'import $1 from $2')
    .replace(`require('node:worker_threads')`, `(await import('node:worker_threads'))`);
  const seen = (text: string, expression: string): string => text.replace('SEEN', expression);
  const argv = `process.argv.slice(1), process.execArgv`;

  const folder = (): string => {
    const made = createScratchFolder({
      'script.cjs': seen(look, `[${argv}, require.main === module, __filename]`),
      'script.mjs': seen(lookModule, `[${argv}, import.meta.url, import.meta.main]`),
      'space é#?.mjs': seen(lookModule, `[${argv}, import.meta.url]`),
      'script.ts': seen(look, `[${argv} as string[]]`),
      'strict.cjs': '',
    });
    linkPackages(made);
    return made;
  };

  const CASES: Readonly<Record<string, (root: string) => [string | URL, TracedWorkerOptions?]>> = {
    'a CommonJS file': (root) => [join(root, 'script.cjs')],
    'an ES module': (root) => [join(root, 'script.mjs')],
    'a URL': (root) => [pathToFileURL(join(root, 'script.mjs'))],
    'a URL with what it encodes': (root) => [pathToFileURL(join(root, 'space é#?.mjs'))],
    arguments: (root) => [join(root, 'script.mjs'), { argv: ['a', 7, 'b c'] }],
    'options of Node.js': (root) => [join(root, 'script.cjs'), { execArgv: ['--no-warnings'] }],
    'TypeScript by a loader': (root) => [join(root, 'script.ts'), { execArgv: ['--require', 'tsx/cjs'] }],
    'source text': (root) => [
      seen(
        `process.chdir;const require=module.constructor.createRequire(${JSON.stringify(`${root}/`)});${look}`,
        `[${argv}]`,
      ),
      { eval: true },
    ],
  };

  test.each(Object.entries(CASES))('%s is as with the bare class, and traced', async (_, toGiven) => {
    const tracing = setUpTracing();
    const given = toGiven(folder());
    const bare = new Worker(...given);
    workers.push(bare);
    const [, expected] = (await next(bare)) as [unknown, unknown];
    const { result, spanContext } = await inSpan('request', async () => {
      const worker = createWorker(given[1], given[0]);
      const [message] = await Promise.all([next(worker), once(worker, 'exit')]);
      return message;
    });
    expect(result).toEqual([spanContext.spanId, expected]);
    const [made] = byName(await tracing.spans(), 'made');
    expect(made?.parentSpanContext?.spanId).toBe(spanContext.spanId);
  });

  test('strict source text stays strict, its lines keep their numbers, and modules are modules', async () => {
    setUpTracing();
    const source = `// why\n'use strict';\nrequire('worker_threads').parentPort.postMessage([(function () { return this === undefined; })(), new Error().stack.match(/:(\\d+):/)[1]]);`;
    expect(await next(createWorker({ eval: true }, source))).toEqual([true, '3']);
    const module = `import { parentPort } from 'node:worker_threads'; parentPort.postMessage(typeof require);`;
    const execArgv = ['--input-type=module'];
    expect(await next(createWorker({ eval: true, execArgv }, module))).toBe('undefined');
    expect(await next(createWorker({}, new URL(`data:text/javascript,${module}`)))).toBe('undefined');
  });

  test.each<[unknown, TracedWorkerOptions | undefined]>([
    ['relative.js', undefined],
    [7, undefined],
    [undefined, undefined],
    [new URL('http://localhost/worker.js'), undefined],
    ['./x.js', { argv: 'no list' as never }],
    ['./x.js', { env: 7 as never }],
    ['./x.js', { execArgv: ['--no-such-option'] }],
  ])('what Node.js refuses it refuses in its own words: %p, %p', (file, options) => {
    const catchError = (make: () => unknown): unknown => {
      try {
        make();
      } catch (error) {
        const { name, message, code } = error as Error & { code?: string };
        return { name, message, code };
      }
      return undefined;
    };
    const expected = catchError(() => new Worker(file as string, options));
    expect(expected).toBeDefined();
    expect(catchError(() => new TracedWorker(file as string, options))).toEqual(expected);
  });

  test('a file that is not there is told of by an event, as ever', async () => {
    const [error] = (await once(createWorker({}, join(__dirname, 'absent.cjs')), 'error')) as [Error];
    expect(error).toMatchObject({
      code: 'MODULE_NOT_FOUND',
      message: expect.stringContaining('absent.cjs') as string,
    });
  });

  test('the environment is shared where it is to be, and is the user’s', async () => {
    const source = `process.env.RAW_SHARED = 'set'; require('worker_threads').parentPort.postMessage(Object.keys(process.env).filter((key) => /TRACED/.test(key)))`;
    expect(await next(createWorker({ eval: true, env: SHARE_ENV }, source))).toEqual([]);
    // Jest's own environment is a copy.
    const read = `require('worker_threads').parentPort.postMessage(process.env.RAW_SHARED); delete process.env.RAW_SHARED`;
    const bare = new Worker(read, { eval: true, env: SHARE_ENV });
    workers.push(bare);
    expect(await next(bare)).toBe('set');
  });
});

describe('messages', () => {
  test.each([[], ['events']])(
    'are received under the request that sent them, several at once: %p',
    async (...workerData) => {
      const tracing = setUpTracing();
      const worker = createWorker({ workerData });
      const replies: unknown[] = [];
      const all = new Promise<void>((resolve) =>
        worker.on('message', ({ name }: { name: string }) => {
          if (replies.push([name, activeId()]) === 4) resolve();
        }),
      );
      const names = ['a', 'b', 'c', 'd'];
      const requests = await Promise.all(
        names.map((name) =>
          inSpan(name, async () => worker.postMessage(inject({ how: 'reply', name: `in ${name}` }))),
        ),
      );
      await all;
      await worker.terminate();
      const spans = await tracing.spans();
      const made = names.map((name) => byName(spans, `in ${name}`)[0]);
      expect(made.map((span) => span?.parentSpanContext?.spanId)).toEqual(
        requests.map(({ spanContext }) => spanContext.spanId),
      );
      // A reply that was injected is told of in the context that the worker was in.
      expect(replies).toEqual(made.map((span) => [span?.name, span && idOf(span)]));
      expect(worker.relayedSpans).toEqual({ handedOver: 4, dropped: 0 });
    },
  );

  test('that are bare carry nothing, whatever is active where they are posted', async () => {
    setUpTracing();
    const worker = createWorker();
    const { result } = await inSpan('request', async () => {
      worker.postMessage({ how: 'look' });
      return next(worker);
    });
    expect(result).toEqual({ spanId: undefined, baggage: undefined, isRecording: true });
  });

  test('carry the whole of a large baggage, and the registered propagator has no say between threads', async () => {
    setUpTracing();
    propagation.disable();
    propagation.setGlobalPropagator({
      fields: () => ['x'],
      inject: (_, carrier, setter) => setter.set(carrier, 'x', '1'),
      extract: (given) => given,
    });
    const worker = createWorker();
    const baggage = propagation.createBaggage({ k: { value: 'x'.repeat(1_000_000) } });
    const { spanContext, result } = await inSpan('request', async () => {
      const given = propagation.setBaggage(context.active(), baggage);
      worker.postMessage(inject({ how: 'look' }, given));
      return next(worker);
    });
    expect(result).toMatchObject({ spanId: spanContext.spanId, baggage: 1_000_000 });
  });

  test('end what is left of the context that a worker was made in', async () => {
    const tracing = setUpTracing();
    const { result, spanContext } = await inSpan('first request', async () => {
      const worker = createWorker({ workerData: ['ticking'] });
      return [worker, await next(worker)] as const;
    });
    expect(result[1]).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await result[0].terminate();
    const ticks = byName(await tracing.spans(), 'tick');
    expect(ticks.length).toBeGreaterThan(0);
    for (const { parentSpanContext } of ticks) expect(parentSpanContext?.spanId).not.toBe(spanContext.spanId);
  });
});

describe('a backlog', () => {
  test('whose messages are injected where they are handed in serves each in its own context', async () => {
    const tracing = setUpTracing();
    const worker = createWorker();
    const backlog: object[] = [];
    const replies: unknown[] = [];
    const next = (): void => {
      const message = backlog.shift();
      if (message) worker.postMessage(message);
    };
    const all = new Promise<void>((resolve) => {
      worker.on('message', ({ name }: { name: string }) => {
        if (replies.push(name) === 3) resolve();
        next();
      });
    });
    const requests: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      const { spanContext } = await inSpan(name, async () => {
        backlog.push(inject({ how: 'reply', name: `in ${name}` }));
      });
      requests.push(spanContext.spanId);
    }
    next();
    await all;
    await worker.terminate();
    const spans = await tracing.spans();
    const parents = ['a', 'b', 'c'].map((name) => byName(spans, `in ${name}`)[0]?.parentSpanContext?.spanId);
    expect(parents).toEqual(requests);
  });
});

test('a worker of a worker has its spans come out of the main thread as well', async () => {
  const tracing = setUpTracing();
  const source = `
    const { trace } = require('@opentelemetry/api');
    const { parentPort, workerData } = require('node:worker_threads');
    const { inject, TracedWorker } = require('traced-pool/context');
    parentPort.once('message', (message) =>
      trace.getTracer('outer').startActiveSpan('outer', (span) => {
        const inner = new TracedWorker(workerData);
        inner.postMessage(inject({ how: 'reply', name: 'inner' }));
        inner.once('message', async (reply) => {
          span.end();
          await inner.terminate();
          parentPort.postMessage(reply.name);
        });
      }),
    );`;
  const worker = createWorker({ eval: true, workerData: filename }, source);
  const { result, spanContext } = await inSpan('request', async () => {
    worker.postMessage(inject({ go: true }));
    return next(worker);
  });
  expect(result).toBe('inner');
  await worker.terminate();
  const spans = await tracing.spans();
  const [outer] = byName(spans, 'outer');
  const [inner] = byName(spans, 'inner');
  expect(outer?.parentSpanContext?.spanId).toBe(spanContext.spanId);
  expect(inner?.parentSpanContext?.spanId).toBe(outer && idOf(outer));
});

test('spans are recorded only where somebody takes them, and as soon as somebody does', async () => {
  const worker = createWorker();
  worker.postMessage({ how: 'look' });
  expect(await next(worker)).toMatchObject({ isRecording: false });
  setUpTracing();
  const { spanContext, result } = await inSpan('request', async () => {
    worker.postMessage(inject({ how: 'look' }));
    return next(worker);
  });
  expect(result).toMatchObject({ spanId: spanContext.spanId, isRecording: true });
});

test('its own processor takes the spans, and wrong options are told of', async () => {
  const spans: ReadableSpan[] = [];
  const spanProcessor = { onEnd: (span: ReadableSpan) => void spans.push(span) };
  const worker = createWorker({ workerData: ['once'], tracing: { spanProcessor } });
  await once(worker, 'exit');
  expect(spans.map(({ name }) => name)).toEqual(['one-shot']);
  expect(() => new TracedWorker(filename, { tracing: { spanProcessor: {} as never } })).toThrow(
    'options.tracing.spanProcessor must be a span processor',
  );
});

test('it is a worker, by its class and by its name', () => {
  const worker = createWorker();
  expect(worker).toBeInstanceOf(Worker);
  expect(TracedWorker.name).toBe('TracedWorker');
});
