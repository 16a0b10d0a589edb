import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { diag } from '@opentelemetry/api';
import type { CollectedSpan } from 'traced-pool/testing';
import { inject, tracedFork, TracedWorker } from 'traced-pool/context';
import { inSpan, setUpTracing, tearDownTracing } from '../../support/spans.js';

const filename = join(__dirname, '..', 'workers', 'raw.cjs');
const CLOSED = { 'error.type': 'worker_terminated', 'traced_pool.closed_by_executor': true };
const ERROR = 2;
const told: unknown[] = [];

beforeEach(() => {
  told.length = 0;
  const tell = (...given: unknown[]): void => void told.push(given);
  diag.setLogger(
    { error: tell, warn: tell, info: tell, debug: tell, verbose: tell },
    { suppressOverrideMessage: true },
  );
  told.length = 0;
});

afterEach(() => {
  tearDownTracing();
  diag.disable();
});

/** The spans of a request and what came of it, as parent and child. */
function toTree(spans: readonly CollectedSpan[]): unknown {
  const nameOf = new Map(spans.map((span) => [span.spanContext().spanId, span.name]));
  return Object.fromEntries(
    spans.map(({ name, parentSpanContext, status, attributes }) => [
      name,
      [
        nameOf.get(parentSpanContext?.spanId ?? ''),
        status.code,
        attributes['traced_pool.closed_by_executor'] ? CLOSED : {},
      ],
    ]),
  );
}

const EXPECTED = {
  request: [undefined, 0, {}],
  'a ended': ['request', 0, {}],
  'a outer': ['request', ERROR, CLOSED],
  'a inner': ['a outer', ERROR, CLOSED],
};

describe('a thread that dies with open spans', () => {
  test.each(['exit', 'throw', 'terminate'])('has them ended with an error: %s', async (how) => {
    const tracing = setUpTracing();
    const worker = new TracedWorker(filename);
    const errors: unknown[] = [];
    worker.on('error', (error) => errors.push(error));
    const exited = new Promise((resolve) => worker.once('exit', resolve));
    await inSpan('request', async () => {
      worker.postMessage(inject({ how, name: 'a' }));
      expect(await once(worker, 'message')).toEqual(['open']);
    });
    if (how === 'terminate') await worker.terminate();
    expect(await exited).toBe(how === 'exit' ? 3 : 1);
    expect(errors).toHaveLength(how === 'throw' ? 1 : 0);
    expect(toTree(tracing.collected.spans)).toEqual(EXPECTED);
    expect(worker.relayedSpans).toEqual({ handedOver: 3, dropped: 0 });
    expect(() => worker.postMessage(inject('late'))).not.toThrow();
    expect(told).toEqual([]);
  });
});

describe('a process that dies with open spans', () => {
  const start = async (how: string, signal?: string): Promise<ChildProcess> => {
    const child = tracedFork(filename, [], { silent: true });
    await inSpan('request', async () => {
      child.send(inject({ how, name: 'a', signal }));
      expect(await once(child, 'message')).toEqual(['open', undefined]);
    });
    return child;
  };

  test.each([
    ['exit', undefined, [3, null]],
    ['throw', undefined, [1, null]],
    ['signal', 'SIGTERM', [null, 'SIGTERM']],
    ['signal', 'SIGKILL', [null, 'SIGKILL']],
  ] as const)('has them ended with an error: %s %s', async (how, signal, ending) => {
    const tracing = setUpTracing();
    const child = await start(how, signal);
    const isGone = child.exitCode !== null || child.signalCode !== null;
    if (!isGone) await once(child, 'exit');
    expect([child.exitCode, child.signalCode]).toEqual(ending);
    await waitFor(async () => tracing.collected.spans.length === 4);
    expect(toTree(tracing.collected.spans)).toEqual(EXPECTED);
    expect(told).toEqual([]);
  });

  test('tells of a message that it can no longer take as it would of a bare one', async () => {
    setUpTracing();
    const child = await start('signal', 'SIGKILL');
    await waitFor(() => Promise.resolve(!child.connected));
    const error = await inSpan('late', () => new Promise((resolve) => child.send(inject('late'), resolve)));
    expect(error.result).toMatchObject({ code: 'ERR_IPC_CHANNEL_CLOSED' });
  });
});

test('a process that could not be started has its error told, and nothing waits for it', async () => {
  setUpTracing();
  const child = tracedFork(filename, [], { execPath: '/no/such/node' });
  expect(await once(child, 'error')).toEqual([expect.objectContaining({ code: 'ENOENT' })]);
  expect(told).toEqual([]);
});

test('a message that cannot be cloned has its own error, at a worker and at a port', () => {
  setUpTracing();
  const worker = new TracedWorker(filename);
  const { port1 } = new MessageChannel();
  return inSpan('request', async () => {
    for (const target of [worker, port1])
      expect(() => target.postMessage(inject({ fn: () => {} }))).toThrow('could not be cloned');
    port1.close();
    await worker.terminate();
  });
});

async function waitFor(isDone: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200 && !(await isDone()); tries++)
    await new Promise((resolve) => setTimeout(resolve, 20));
}
