import type { Fault, Observation, SeenSpan, Thread } from '../../transforms/verify/contracts.js';
import { findFaults } from '../../transforms/verify/faults.js';
import { formatWaterfall } from '../../transforms/verify/html/format-waterfall.js';
import type { WaterfallSources } from '../../transforms/verify/html/page-data.js';

/** When runs begin, in nanoseconds since 1970: 2026-11-26T12:00:00Z. */
export const BEGIN = 1_795_694_400_000_000_000n;

export const toId = (number: number, length: number): string => number.toString(16).padStart(length, '0');

/** A span of the main thread that has arrived; its times in milliseconds after {@link BEGIN}. */
export function createSpan(
  traceNumber: number,
  spanNumber: number,
  [startMillis, endMillis]: readonly [number, number | undefined],
  parts: Partial<SeenSpan> & { readonly name: string; readonly parent?: number },
): SeenSpan {
  const { parent, ...rest } = parts;
  const toNanos = (millis: number): bigint => BEGIN + BigInt(Math.round(millis * 1e6));
  return {
    ...{
      traceId: toId(traceNumber, 32),
      spanId: toId(spanNumber, 16),
      kind: 0,
      scope: 'kiln',
      pid: 7,
      threadId: 0,
    },
    ...{
      attributes: {},
      events: [],
      links: [],
      status: { code: 0 },
      isSampled: true,
      arrival: 'delivered' as const,
    },
    ...{ resource: { 'service.name': 'pottery' }, start: toNanos(startMillis) },
    end: endMillis === undefined ? undefined : toNanos(endMillis),
    ...(parent !== undefined && { parentSpanId: toId(parent, 16) }),
    ...rest,
  };
}

export function createThread(threadId: number, parts: Partial<Thread> = {}): Thread {
  const processors = [{ name: 'BatchSpanProcessor', exporters: ['OTLPTraceExporter'] }];
  const sdks = [{ type: 'sdk' as const, provider: 'BasicTracerProvider', processors }];
  return { pid: 7, threadId, script: '/srv/kiln.js', isForked: false, hasSpans: true, sdks, ...parts };
}

export function createRun(spans: readonly SeenSpan[], parts: Partial<Observation> = {}): Observation {
  const threads = [createThread(0), createThread(1)];
  return { spans, threads, dispatches: new Map(), failures: new Map(), notes: [], ...parts };
}

export function toSources(observation: Observation, parts: Partial<WaterfallSources> = {}): WaterfallSources {
  const faults: readonly Fault[] = findFaults(observation);
  return { observation, faults, advisor: undefined, title: 'node kiln.js', cwd: '/srv', ...parts };
}

export function formatRun(observation: Observation): string {
  return formatWaterfall(toSources(observation));
}

const EVENT_SECONDS = Number(BEGIN / 1_000_000_000n);

/** A run with every kind of fault but one, an error, events, links, two threads. */
export const KILN_RUN = createRun(
  [
    createSpan(1, 1, [0, 40], {
      ...{ name: 'POST /pots/1', kind: 1, scopeVersion: '1.2.3', traceState: 'kiln=hot' },
      attributes: { 'http.response.status_code': 201, 'url.path': '/pots/1' },
    }),
    createSpan(1, 2, [2, 20], { name: 'fire', parent: 1, attributes: { pot: 1, glazes: ['clay', 'ash'] } }),
    createSpan(1, 3, [20, 39], { name: 'fire', parent: 1, dispatch: 'd', place: '/srv/src/fire.js:8:3' }),
    createSpan(2, 4, [5, 45], { name: 'POST /pots/2', kind: 1 }),
    createSpan(3, 5, [60, 160], {
      ...{ name: 'GET /shelf', kind: 1 },
      events: [{ name: 'door opened', time: [EVENT_SECONDS, 70_000_000], attributes: { heat: 1200 } }],
    }),
    createSpan(3, 6, [61, 62], {
      name: 'count',
      parent: 5,
      status: { code: 2, message: 'the shelf is empty' },
    }),
    createSpan(3, 7, [63, 90], { name: 'dry', parent: 5 }),
    createSpan(3, 8, [64, 80], { name: 'turn', parent: 7 }),
    createSpan(3, 9, [65, 70], {
      ...{ name: 'spin', parent: 8, threadId: 1 },
      links: [
        { traceId: toId(2, 32), spanId: toId(4, 16), attributes: { why: 'same pot' } },
        { traceId: toId(99, 32), spanId: toId(99, 16), attributes: {} },
      ],
    }),
    createSpan(3, 10, [100, undefined], { name: 'left open', parent: 5, arrival: 'nowhere' }),
    createSpan(4, 11, [200, 203], {
      name: 'knead',
      threadId: 1,
      arrival: 'nowhere',
      place: '/srv/src/clay.js:3:9',
    }),
    createSpan(4, 12, [201, 202], { name: 'fold', parent: 11, threadId: 1, arrival: 'stuck' }),
    createSpan(5, 13, [205, 205.5], { name: 'shape', parent: 98 }),
  ],
  {
    dispatches: new Map([
      [
        'd',
        {
          ...{
            type: 'dispatch',
            id: 'd',
            library: 'p-queue',
            verb: 'queue.add',
            place: '/srv/src/pots.js:4:7',
          },
          dispatchedIn: { traceId: toId(2, 32), spanId: toId(4, 16) },
        },
      ],
    ]),
    failures: new Map([['ECONNREFUSED', 2]]),
  },
);
