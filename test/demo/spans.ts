import type { CollectedSpan } from '../../demo/collected-span.js';
import type { Exchange, ServiceRequest } from '../../demo/requests.js';

export const TRACE = 'a'.repeat(32);
export const CALLER = 'c'.repeat(16);

/** A span of the worker's tracer that starts at 5 ms and takes 2 ms, unless said otherwise. */
export function makeSpan(span: Partial<CollectedSpan>): CollectedSpan {
  return {
    traceId: TRACE,
    spanId: '',
    parentSpanId: '',
    name: 'decode',
    scope: 'thumbnails/worker',
    isServer: false,
    startNanos: 5_000_000n,
    endNanos: 7_000_000n,
    attributes: {},
    error: undefined,
    ...span,
  };
}

/** The SERVER span of {@link makeExchange}. */
export function makeServerSpan(span: Partial<CollectedSpan> = {}): CollectedSpan {
  const server = { spanId: 'server', parentSpanId: CALLER, name: 'GET /x', scope: 'http', isServer: true };
  return makeSpan({ ...server, startNanos: 0n, ...span });
}

export function makeExchange(request: Partial<ServiceRequest> = {}, body = 'answer'): Exchange {
  return {
    request: { method: 'GET', path: '/x', status: 200, workerSpans: ['hash'], ...request },
    traceId: TRACE,
    callerSpanId: CALLER,
    answer: { status: 200, contentType: 'text/plain', body: Buffer.from(body) },
  };
}
