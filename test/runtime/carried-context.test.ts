import { join } from 'node:path';
import { context, createContextKey, createTraceState, diag, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { TracedThreadPoolExecutor } from 'traced-pool';
import type { ExecutorOptions } from 'traced-pool';
import { closeAll, open as openAny } from '../support/map.js';
import { inSpan, setUpTracing } from '../support/spans.js';

interface Seen {
  readonly ids: object;
  readonly values: unknown[];
  readonly isRecording: boolean;
}

const filename = join(__dirname, 'workers', 'signal-handlers.cjs');
const tenant = createContextKey('tenant');
const user = createContextKey('user');
const open = (options: ExecutorOptions = {}) => openAny({ filename, name: 'look', ...options });

afterEach(async () => {
  await closeAll();
  diag.disable();
});

test('a handler finds the ids of its caller’s span, for its log lines, across awaits', async () => {
  setUpTracing();
  const executor = open();
  const traceState = createTraceState('vendor=a,other=b');
  const parent = trace.setSpanContext(ROOT_CONTEXT, {
    traceId: 'c'.repeat(32),
    spanId: 'd'.repeat(16),
    traceFlags: 1,
    traceState,
  });
  const seen = (await context.with(parent, () => executor.submit([]))) as Seen;
  expect(seen.ids).toEqual({
    traceId: 'c'.repeat(32),
    spanId: 'd'.repeat(16),
    traceFlags: 1,
    traceState: 'vendor=a,other=b',
  });
});

test('suppressed tracing is suppressed in the handler', async () => {
  const tracing = setUpTracing();
  const executor = open();
  const { result } = await inSpan('request', () =>
    context.with(suppressTracing(context.active()), () => executor.submit([])),
  );
  expect((result as Seen).isRecording).toBe(false);
  const mapped = await context.with(suppressTracing(context.active()), () => executor.map([[], []]));
  expect((mapped as Seen[]).map(({ isRecording }) => isRecording)).toEqual([false, false]);
  expect(tracing.collected.spans.map(({ name }) => name)).toEqual(['request']);
});

test('context keys that are listed go with the task, others do not', async () => {
  setUpTracing();
  const executor = open({ tracing: { contextKeys: [tenant] } });
  const value = { id: 7, tags: ['a'] };
  const active = ROOT_CONTEXT.setValue(tenant, value).setValue(user, 'ann');
  const look = [['tenant', 'user']];
  const submitted = (await context.with(active, () => executor.submit(look[0]))) as Seen;
  const [mapped] = (await context.with(active, () => executor.map(look))) as [Seen];
  expect(submitted.values).toEqual([value, undefined]);
  expect(mapped.values).toEqual([value, undefined]);
});

test('a value that cannot be cloned stays behind, and the task runs', async () => {
  setUpTracing();
  const warnings: string[] = [];
  const warn = (message: string) => void warnings.push(message);
  diag.setLogger({ warn, error() {}, info() {}, debug() {}, verbose() {} });
  const executor = open({ tracing: { contextKeys: [tenant, user] } });
  const active = ROOT_CONTEXT.setValue(tenant, () => {}).setValue(user, 'ann');
  const seen = (await context.with(active, () => executor.submit(['tenant', 'user']))) as Seen;
  expect(seen.values).toEqual([undefined, 'ann']);
  expect(warnings).toEqual([
    'traced-pool: the value of the context key "tenant" cannot be cloned, and stays behind',
  ]);
});

test('what follows a result runs in its submitter’s context', async () => {
  setUpTracing();
  const executor = open({ maxThreads: 1 });
  const active = () => trace.getActiveSpan()?.spanContext().spanId;
  const seen = await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      inSpan(name, async () => {
        const before = active();
        const later = executor.submit([]).then(active);
        for await (const _ of executor.mapIterable([[], []])) expect(active()).toBe(before);
        await executor.map([[]]);
        return [before, await later, active()];
      }),
    ),
  );
  for (const { result, spanContext } of seen)
    expect(result).toEqual([spanContext.spanId, spanContext.spanId, spanContext.spanId]);
});

test.each([null, true])('tracing options that are none are told: %j', (tracing) => {
  expect(() => new TracedThreadPoolExecutor({ filename, tracing: tracing as never })).toThrow(
    new TypeError(`options.tracing must be an object; received ${String(tracing)}`),
  );
});

test.each([
  [
    { contextKeys: ['tenant'] },
    "contextKeys must be a list of keys made by createContextKey(); received [ 'tenant' ]",
  ],
  [
    { contextKeys: [Symbol('own')] },
    'contextKeys must be a list of keys made by createContextKey(); received [ Symbol(own) ]',
  ],
  [{ taskSpans: 1 }, 'taskSpans must be a boolean; received 1'],
  [{ metrics: 'yes' }, "metrics must be a boolean; received 'yes'"],
  [{ spanProcessor: {} }, 'spanProcessor must be a span processor; received {}'],
  [{ name: 3 }, 'name must be a string; received 3'],
])('a wrong option is told: %j', (tracing, message) => {
  const create = () => new TracedThreadPoolExecutor({ filename, tracing: tracing as never });
  expect(create).toThrow(new TypeError(`options.tracing.${message}`));
});
