import { SpanKind } from '@opentelemetry/api';
import type { Exchange, ServiceRequest } from '../../demo/requests.js';
import type { SeenSpan } from '../../dist/verify/contracts.js';

export const TRACE = 'a'.repeat(32);
export const CALLER = 'c'.repeat(16);

/** A span of the worker's tracer that starts at 5 ms and takes 2 ms, unless said otherwise. */
export function makeSpan(span: Partial<SeenSpan>): SeenSpan {
  return {
    traceId: TRACE,
    spanId: '',
    name: 'decode',
    kind: SpanKind.INTERNAL,
    scope: 'thumbnails/worker',
    start: 5_000_000n,
    end: 7_000_000n,
    isSampled: true,
    attributes: {},
    status: { code: 0 },
    events: [],
    links: [],
    resource: {},
    pid: 1,
    threadId: 0,
    arrival: 'delivered',
    ...span,
  };
}

/** The SERVER span of {@link makeExchange}. */
export function makeServerSpan(span: Partial<SeenSpan> = {}): SeenSpan {
  const server = {
    spanId: 'server',
    parentSpanId: CALLER,
    name: 'GET /x',
    scope: 'http',
    kind: SpanKind.SERVER,
  };
  return makeSpan({ ...server, start: 0n, ...span });
}

export function makeExchange(request: Partial<ServiceRequest> = {}, body = 'answer'): Exchange {
  return {
    request: { method: 'GET', path: '/x', status: 200, workerSpans: ['hash'], ...request },
    traceId: TRACE,
    callerSpanId: CALLER,
    answer: { status: 200, contentType: 'text/plain', body: Buffer.from(body) },
  };
}
