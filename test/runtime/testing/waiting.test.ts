import { setImmediate } from 'node:timers/promises';
import { context, trace } from '@opentelemetry/api';
import type { Span } from '@opentelemetry/api';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { collectSpans } from 'traced-pool/testing';

const SHORT = { timeoutMillis: 20 };

function setUp() {
  const spans = collectSpans();
  const tracer = new NodeTracerProvider({ spanProcessors: [spans] }).getTracer('test');
  const begin = (name: string, parent?: Span): Span =>
    tracer.startSpan(name, {}, parent && trace.setSpan(context.active(), parent));
  return { spans, begin };
}

async function messageOf(waiting: Promise<unknown>): Promise<string> {
  return waiting.then(
    () => 'it has not failed',
    (error: unknown) => (error as Error).message,
  );
}

describe('waitFor', () => {
  test.each(['before', 'after'])('finds a span that ends %s it is asked for', async (when) => {
    const { spans, begin } = setUp();
    if (when === 'before') begin('resize').end();
    const waiting = Promise.all([
      spans.waitFor('resize'),
      spans.waitFor(1),
      spans.waitFor(({ name }) => name.startsWith('re')),
    ]);
    if (when === 'after') {
      begin('other').end();
      begin('resize').end();
    }
    const [byName, all, byFunction] = await waiting;
    expect([byName, byFunction].map(({ name }) => name)).toEqual(['resize', 'resize']);
    expect(all[0]?.name).toBe(when === 'before' ? 'resize' : 'other');
  });

  test('waits for as many as it is told', async () => {
    const { spans, begin } = setUp();
    let isDone = false;
    const waiting = spans.waitFor(2).then((found) => {
      isDone = true;
      return found;
    });
    begin('one').end();
    await setImmediate();
    expect(isDone).toBe(false);
    begin('two').end();
    expect(await waiting).toHaveLength(2);
    expect(await spans.waitFor(0)).toHaveLength(2);
  });

  test('fails after the limit with the tree so far, where it was called', async () => {
    const { spans, begin } = setUp();
    begin('resize', begin('request')).end();
    const error: unknown = await spans.waitFor('upload', SHORT).catch((failure: unknown) => failure);
    const { message, stack = '' } = error as Error;
    expect(message).toBe(
      "Waited for a span named 'upload', which has not come within 20 ms. So far there is:\n\n" +
        'request (not ended)\n  resize',
    );
    expect(stack.startsWith(`Error: ${message}\n`)).toBe(true);
    expect(stack.slice(message.length).split('\n')[1]).toContain('waiting.test.ts');
  });

  test.each<[string, (spans: ReturnType<typeof collectSpans>) => Promise<unknown>]>([
    ['3 spans', (spans) => spans.waitFor(3, SHORT)],
    ['a span like that', (spans) => spans.waitFor(() => false, SHORT)],
    ["a whole trace that begins with 'request'", (spans) => spans.waitForTrace('request', SHORT)],
  ])('says what has not come: %s', async (what, wait) => {
    const { spans } = setUp();
    expect(await messageOf(wait(spans))).toBe(
      `Waited for ${what}, which has not come within 20 ms. So far there is:\n\n(no span)`,
    );
  });

  test('is over when the collector is stopped', async () => {
    const { spans } = setUp();
    const message = messageOf(spans.waitFor('resize'));
    spans.stop();
    expect(await message).toContain("Waited for a span named 'resize', but the collector was stopped.");
  });

  test('fails with what its function throws, which whoever ends the span does not see', async () => {
    const { spans, begin } = setUp();
    const message = messageOf(
      spans.waitFor(() => {
        throw new Error('no such attribute');
      }),
    );
    const others = spans.waitFor('resize');
    begin('resize').end();
    expect(await message).toBe('no such attribute');
    expect((await others).name).toBe('resize');
  });

  test('knows the time, whatever a test does to it', async () => {
    jest.useFakeTimers();
    try {
      const { spans } = setUp();
      expect(await messageOf(spans.waitFor(1, SHORT))).toContain('within 20 ms');
    } finally {
      jest.useRealTimers();
    }
  });

  test('may wait for ever', async () => {
    const { spans, begin } = setUp();
    const waiting = spans.waitFor('resize', { timeoutMillis: Infinity });
    await setImmediate();
    begin('resize').end();
    expect((await waiting).name).toBe('resize');
  });

  test('refuses what is no limit, and what it cannot wait for', async () => {
    const { spans } = setUp();
    await expect(spans.waitFor(1, { timeoutMillis: NaN })).rejects.toThrow(
      new RangeError('options.timeoutMillis must be a number of milliseconds; received NaN'),
    );
    await expect(spans.waitFor({} as never)).rejects.toThrow(
      new TypeError('waitFor() takes a number, a name or a function; received {}'),
    );
  });
});

describe('waitForTrace', () => {
  test('waits until the trace is whole', async () => {
    const { spans, begin } = setUp();
    const request = begin('request');
    const resize = begin('resize', request);
    const decode = begin('decode', resize);
    const steps: string[] = [];
    const waiting = spans.waitForTrace('request').then((found) => {
      steps.push('whole');
      return found;
    });
    for (const span of [request, decode, resize]) {
      await setImmediate();
      steps.push('an end');
      span.end();
    }
    expect((await waiting).map(({ name }) => name)).toEqual(['request', 'decode', 'resize']);
    expect(steps).toEqual(['an end', 'an end', 'an end', 'whole']);
  });

  test('takes the first trace that is, and no other that begins alike', async () => {
    const { spans, begin } = setUp();
    const slow = begin('request');
    begin('slow', slow);
    slow.end();
    const quick = begin('request');
    begin('quick', quick).end();
    quick.end();
    const found = await spans.waitForTrace('request');
    expect(found.map(({ name }) => name)).toEqual(['quick', 'request']);
  });

  test('shows the orphan that it waits for the parent of', async () => {
    const { spans, begin } = setUp();
    const request = begin('request');
    const lost = { ...begin('lost', request).spanContext(), spanId: 'abcdefabcdefabcd' };
    begin('resize', trace.wrapSpanContext(lost)).end();
    request.end();
    expect(await messageOf(spans.waitForTrace('request', SHORT))).toContain('resize (orphan)');
  });
});
