import { fork } from 'node:child_process';
import type { ChildProcess, ForkOptions } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { context, diag, propagation, trace } from '@opentelemetry/api';
import type { CollectedSpan } from 'traced-pool/testing';
import { inject, tracedFork } from 'traced-pool/context';
import { createScratchFolder, linkPackages, removeScratchFolders } from '../../support/scratch.js';
import { inSpan, setUpTracing, tearDownTracing } from '../../support/spans.js';

const filename = join(__dirname, '..', 'workers', 'raw.cjs');
const children: ChildProcess[] = [];

function keep(child: ChildProcess): ChildProcess {
  children.push(child);
  return child;
}

const next = async (child: ChildProcess): Promise<unknown> =>
  ((await once(child, 'message')) as [unknown])[0];
const activeId = (): string | undefined => trace.getSpanContext(context.active())?.spanId;
const byName = (spans: readonly CollectedSpan[], name: string): CollectedSpan[] =>
  spans.filter((span) => span.name === name);

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  tearDownTracing();
  diag.disable();
});

afterAll(removeScratchFolders);

test('a one-shot process runs in the context that was active where it was forked', async () => {
  const tracing = setUpTracing();
  const { result, spanContext } = await inSpan('request', async () => {
    const child = keep(tracedFork(filename, ['once', 'two']));
    const [message] = await Promise.all([next(child), once(child, 'exit')]);
    return message;
  });
  expect(result).toEqual({ start: spanContext.spanId, given: ['once', 'two'] });
  const [span] = byName(tracing.collected.spans, 'one-shot');
  expect(span?.parentSpanContext?.spanId).toBe(spanContext.spanId);
  expect(span?.attributes).toMatchObject({ 'process.pid': children[0]?.pid });
  // The times are those of one clock, the epoch's.
  const [request] = byName(tracing.collected.spans, 'request');
  const toMillis = ([seconds, nanos]: readonly [number, number]): number => seconds * 1e3 + nanos / 1e6;
  expect(toMillis(span?.startTime ?? [0, 0])).toBeGreaterThan(toMillis(request?.startTime ?? [0, 0]));
});

test('what was injected outside of any request is received in no context, whoever sends it', async () => {
  setUpTracing();
  const child = keep(tracedFork(filename));
  const waiting = inject({ how: 'look' });
  const { result } = await inSpan('request', async () => {
    child.send(inject(waiting));
    return next(child);
  });
  expect(result).toEqual({ isRecording: true });
});

describe('what is started', () => {
  const look = `process.send([process.argv.slice(2), process.execArgv, Object.entries(process.env).filter(([key]) => /^(RAW|TRACED)/.test(key)), process.cwd()`;
  const root = createScratchFolder({
    'child.cjs': `${look}, require.main === module, __filename, process.argv[1]]); process.disconnect();`,
    'child.mjs': `${look}, import.meta.url, process.argv[1]]); process.disconnect();`,
    'child.ts': `${look} as unknown as string]); process.disconnect();`,
    'below/child.js': `${look}, __filename, process.argv[1]]); process.disconnect();`,
  });

  beforeAll(() => linkPackages(root));

  const CASES: Readonly<
    Record<string, readonly [string | URL, (readonly string[] | ForkOptions | null)?, ForkOptions?]>
  > = {
    'a CommonJS file': [join(root, 'child.cjs')],
    'an ES module': [join(root, 'child.mjs')],
    'a URL': [pathToFileURL(join(root, 'child.mjs'))],
    'a file without its extension': [join(root, 'below', 'child')],
    'a path from the folder of the child': ['./child.cjs', [], { cwd: root }],
    'arguments and options': [join(root, 'child.cjs'), ['a', 'b c'], { execArgv: ['--no-warnings'] }],
    'options alone': [join(root, 'child.cjs'), { env: { ...process.env, RAW_OWN: '1' } }],
    'no arguments': [join(root, 'child.cjs'), null, { serialization: 'advanced' }],
    'TypeScript by a loader': [join(root, 'child.ts'), [], { execArgv: ['--import', 'tsx'], cwd: root }],
  };

  test.each(Object.entries(CASES))('%s is as with the bare function', async (_, given) => {
    setUpTracing();
    const start = (make: unknown): ChildProcess =>
      keep((make as (...all: unknown[]) => ChildProcess)(...given));
    const bare = start(fork);
    const expected = await next(bare);
    const { result } = await inSpan('request', () => {
      const child = start(tracedFork);
      expect(child.spawnargs).toEqual(bare.spawnargs);
      return next(child);
    });
    expect(result).toEqual(expected);
  });

  test.each<readonly unknown[]>([
    [7],
    [undefined],
    ['./x.js', 'no list'],
    ['./x.js', [], { cwd: 7 }],
    ['./x.js', [], 7],
  ])('what Node.js refuses it refuses in its own words: %p', (...given) => {
    const catchError = (make: unknown): unknown => {
      try {
        (make as (...all: unknown[]) => unknown)(...given);
      } catch (error) {
        const { name, message, code } = error as Error & { code?: string };
        return { name, message, code };
      }
      return undefined;
    };
    expect(catchError(fork)).toBeDefined();
    expect(catchError(tracedFork)).toEqual(catchError(fork));
  });
});

test.each<ForkOptions>([{}, { serialization: 'advanced' }])(
  'messages are received under the request that sent them, several at once: %j',
  async (options) => {
    const tracing = setUpTracing();
    const child = keep(tracedFork(filename, [], options));
    const replies: unknown[] = [];
    const all = new Promise<void>((resolve) =>
      child.on('message', ({ name }: { name: string }) => {
        if (replies.push([name, activeId()]) === 4) resolve();
      }),
    );
    const names = ['a', 'b', 'c', 'd'];
    const requests = await Promise.all(
      names.map((name) => inSpan(name, async () => child.send(inject({ how: 'reply', name: `in ${name}` })))),
    );
    await all;
    child.send({ how: 'leave' });
    await once(child, 'exit');
    const spans = tracing.collected.spans;
    const made = names.map((name) => byName(spans, `in ${name}`)[0]);
    expect(made.map((span) => span?.parentSpanContext?.spanId)).toEqual(
      requests.map(({ spanContext }) => spanContext.spanId),
    );
    expect(replies).toEqual(made.map((span) => [span?.name, span?.spanContext().spanId]));
  },
);

test('messages that are bare carry nothing, and spans are recorded only where somebody takes them', async () => {
  const child = keep(tracedFork(filename));
  child.send({ how: 'look' });
  expect(await next(child)).toEqual({ isRecording: false });
  setUpTracing();
  const { spanContext, result } = await inSpan('request', async () => {
    child.send(inject({ how: 'look' }));
    return next(child);
  });
  expect(result).toEqual({ spanId: spanContext.spanId, isRecording: true });
});

test('what is left of the context that a process was forked in ends with its first listener', async () => {
  const tracing = setUpTracing();
  const { result, spanContext } = await inSpan('first request', async () => {
    const child = keep(tracedFork(filename, ['ticking']));
    return [child, await next(child)] as const;
  });
  expect(result[1]).toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 100));
  result[0].send({ how: 'leave' });
  await once(result[0], 'exit');
  const ticks = byName(tracing.collected.spans, 'tick');
  expect(ticks.length).toBeGreaterThan(0);
  for (const { parentSpanContext } of ticks) expect(parentSpanContext?.spanId).not.toBe(spanContext.spanId);
});

test('messages wait for the first listener, as ever, and spans do not', async () => {
  const tracing = setUpTracing();
  const child = keep(tracedFork(filename));
  for (const name of ['a', 'b'])
    await inSpan(name, async () => child.send(inject({ how: 'reply', name: `in ${name}` })));
  child.send({ how: 'leave' });
  await once(child, 'disconnect');
  const seen: unknown[] = [];
  child.once('message', (message) => seen.push(message));
  child.on('message', (message) => seen.push(message));
  await new Promise(setImmediate);
  expect(seen).toEqual(['a', 'a', 'b'].map((name) => ({ how: 'reply', name: `in ${name}` })));
  const names = tracing.collected.spans.map(({ name }) => name);
  expect(names.toSorted()).toEqual(['a', 'b', 'in a', 'in b']);
});

test('a process starts without its context where that is too large, and with it in a message', async () => {
  setUpTracing();
  const baggage = propagation.createBaggage({ k: { value: 'x'.repeat(1_000_000) } });
  const { spanContext, result } = await inSpan('request', () =>
    context.with(propagation.setBaggage(context.active(), baggage), async () => {
      const one = next(keep(tracedFork(filename, ['once'])));
      const child = keep(tracedFork(filename));
      child.send(inject({ how: 'look' }));
      return [await one, await next(child)];
    }),
  );
  expect(result).toEqual([
    { given: ['once'] },
    { spanId: spanContext.spanId, baggage: 1_000_000, isRecording: true },
  ]);
});
