import { on, once } from 'node:events';
import { BroadcastChannel, MessageChannel } from 'node:worker_threads';
import { context, diag, propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import type { MessagePort } from 'node:worker_threads';
import type { Context } from '@opentelemetry/api';
import { extract, inject } from 'traced-pool/context';
import { setUpTracing, tearDownTracing } from '../../support/spans.js';

const toSpan = (digit: number) => ({
  traceId: 'a1'.repeat(16),
  spanId: `b${digit}`.repeat(8),
  traceFlags: 1,
});
const toContext = (digit: number): Context => trace.setSpanContext(ROOT_CONTEXT, toSpan(digit));
const activeId = (): string | undefined => trace.getSpanContext(context.active())?.spanId;

let ports: MessageChannel;

beforeEach(() => {
  setUpTracing();
  ports = new MessageChannel();
});

afterEach(() => {
  ports.port1.close();
  tearDownTracing();
  diag.disable();
});

type Seen = readonly [message: unknown, spanId: string | undefined];

/** How a listener is put on a port, and what it makes of what it is given. */
const FORMS: Readonly<Record<string, (port: MessagePort, see: (message: unknown) => void) => void>> = {
  on: (port, see) => void port.on('message', extract(see)),
  once: (port, see) => void port.once('message', extract(see)),
  onmessage: (port, see) => {
    const events = port as unknown as { onmessage: (event: MessageEvent) => void };
    events.onmessage = extract((event: MessageEvent) => see(event.data));
  },
  addEventListener: (port, see) => {
    const events = port as unknown as EventTarget;
    const listener = (event: Event): void => {
      // As a real one does, for who looks at more than the data.
      event.preventDefault();
      expect([event.type, event instanceof MessageEvent, event.target === events]).toEqual([
        'message',
        true,
        true,
      ]);
      see((event as MessageEvent).data);
    };
    events.addEventListener('message', extract(listener), { once: true });
    (port as unknown as { start(): void }).start();
  },
  'for await': (port, see) =>
    void (async () => {
      for await (const [message] of on(port, 'message')) extract(see)(message);
    })().catch(see),
};

describe.each(Object.entries(FORMS))('%s of a port', (_, listen) => {
  test.each(['text', 0, false, null, undefined, { nested: [1, 2n] }])(
    'sees %p bare, in the context that it was sent in',
    async (message) => {
      const seen = new Promise<Seen>((resolve) =>
        listen(ports.port2, (given) => resolve([given, activeId()])),
      );
      ports.port1.postMessage(inject(message, toContext(1)));
      expect(await seen).toEqual([message, toSpan(1).spanId]);
    },
  );

  test.each(['text', 0, false, null, undefined, { nested: [1, 2n] }])(
    'sees %p bare that was injected outside of any request, whoever sends it',
    async (message) => {
      const seen = new Promise<Seen>((resolve) =>
        listen(ports.port2, (given) => resolve([given, activeId()])),
      );
      const waiting = inject(message);
      context.with(toContext(1), () => ports.port1.postMessage(inject(waiting)));
      expect(await seen).toEqual([message, undefined]);
    },
  );

  test('passes a message through that was not injected', async () => {
    const seen = new Promise<Seen>((resolve) => listen(ports.port2, (given) => resolve([given, activeId()])));
    ports.port1.postMessage({ bare: true });
    expect(await seen).toEqual([{ bare: true }, undefined]);
  });
});

test('several messages under way are each seen in their own context', async () => {
  const seen: Seen[] = [];
  const all = new Promise<void>((resolve) => {
    ports.port2.on(
      'message',
      extract((message: number) => {
        if (seen.push([message, activeId()]) === 9) resolve();
      }),
    );
  });
  for (let digit = 1; digit <= 9; digit++)
    context.with(toContext(digit), () => ports.port1.postMessage(inject(digit)));
  await all;
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => [digit, toSpan(digit).spanId]));
});

test('what is transferred is transferred', async () => {
  const { port2 } = new MessageChannel();
  const buffer = new ArrayBuffer(8);
  const seen = new Promise<unknown>((resolve) => ports.port2.on('message', extract(resolve)));
  ports.port1.postMessage(inject({ buffer, port2 }, toContext(1)), [buffer, port2]);
  expect(buffer.byteLength).toBe(0);
  expect(await seen).toEqual({ buffer: new ArrayBuffer(8), port2: expect.any(Object) as object });
});

test('a BroadcastChannel carries a context to each of its listeners', async () => {
  const [sender, ...receivers] = [1, 2, 3].map(() => new BroadcastChannel('raw message forms'));
  const seen = receivers.map(
    (receiver) =>
      new Promise<Seen>((resolve) => {
        receiver.onmessage = extract((event: unknown) =>
          resolve([(event as MessageEvent).data, activeId()]),
        ) as typeof receiver.onmessage;
      }),
  );
  sender?.postMessage(inject('all', toContext(4)));
  expect(await Promise.all(seen)).toEqual([
    ['all', toSpan(4).spanId],
    ['all', toSpan(4).spanId],
  ]);
  for (const channel of [sender, ...receivers]) channel?.close();
});

test('several listeners of one event see the message in its context, and the event itself stays as it is', async () => {
  const events = ports.port2 as unknown as EventTarget & { start(): void };
  const seen: unknown[] = [];
  const look = (event: Event): void => void seen.push([(event as MessageEvent).data, activeId()]);
  events.addEventListener('message', extract(look));
  events.addEventListener(
    'message',
    extract((event: Event) => look(event)),
  );
  const raw = new Promise<unknown>((resolve) =>
    events.addEventListener('message', (event) => resolve((event as MessageEvent).data)),
  );
  events.start();
  ports.port1.postMessage(inject('m', toContext(2)));
  expect(await raw).toMatchObject({ message: 'm' });
  expect(seen).toEqual([
    ['m', toSpan(2).spanId],
    ['m', toSpan(2).spanId],
  ]);
});

test('a listener can be removed by the function that extract gives for it again', async () => {
  const listener = jest.fn();
  ports.port2.on('message', extract(listener));
  ports.port2.off('message', extract(listener));
  const seen = once(ports.port2, 'message');
  ports.port1.postMessage('m');
  await seen;
  expect(listener).not.toHaveBeenCalled();
});

test('an oversized carrier means no parent, and the message arrives', () => {
  const listener = extract((message: unknown) => [message, activeId()]);
  const { traceId, spanId } = toSpan(1);
  const carrier = { traceparent: `00-${traceId}-${spanId}-01`, baggage: `a=${'x'.repeat(1_000_000)}` };
  expect(listener({ 'traced-pool.carrier': carrier, message: 'm' })).toEqual(['m', undefined]);
  const sane = { ...carrier, baggage: 'a=x' };
  expect(listener({ 'traced-pool.carrier': sane, message: 'm' })).toEqual(['m', spanId]);
});

test('a propagator that throws at either end costs the context, and the message arrives', () => {
  const warned = jest.fn();
  diag.setLogger({ error: warned, warn: warned, info: warned, debug: warned, verbose: warned });
  const fail = (): never => {
    throw new Error('broken propagator');
  };
  propagation.disable();
  propagation.setGlobalPropagator({ fields: () => ['x'], inject: fail, extract: fail });
  const injected = inject('m', toContext(1));
  expect(warned).toHaveBeenCalledWith(expect.stringContaining('could not be injected'), expect.any(Error));
  const listener = extract((message: unknown) => [message, activeId()]);
  expect(listener(injected)).toEqual(['m', undefined]);
  expect(listener({ 'traced-pool.carrier': { x: '1' }, message: 'm' })).toEqual(['m', undefined]);
});

test('a port that was closed meanwhile takes an injected message as silently as a bare one', async () => {
  ports.port2.close();
  await once(ports.port1, 'close');
  expect(() => ports.port1.postMessage(inject({ late: true }, toContext(1)))).not.toThrow();
});

test('an error of the listener comes out unchanged', () => {
  const error = new Error('theirs');
  const listener = extract(() => {
    throw error;
  }) as (message: unknown) => void;
  expect(() => listener(inject('m', toContext(1)))).toThrow(error);
});
