import { randomBytes } from 'node:crypto';

/** The tracer of the service's worker file. */
export const WORKER_SCOPE = 'thumbnails/worker';

export interface ServiceRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly image?: string;
  readonly status: number;
  /** The spans that its tasks make in workers, each as the path of names that leads there from the request's span. */
  readonly workerSpans: readonly string[];
}

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

/** A request that was sent, under a trace of its own, and what came back. */
export interface Exchange {
  readonly request: ServiceRequest;
  readonly traceId: string;
  /** The caller's span, of which the request's SERVER span is a child. */
  readonly callerSpanId: string;
  readonly answer: Answer;
}

const THUMBNAIL = ['thumbnail', 'thumbnail/decode', 'thumbnail/resize', 'thumbnail/encode'];
const UNDECODABLE = ['thumbnail', 'thumbnail/decode'];
const CHECKSUM = ['hash'];

// Between them they go through every dispatch in the service's routes.ts.
export const SERVICE_REQUESTS: readonly ServiceRequest[] = [
  { method: 'GET', path: '/thumbnails/harbour?width=120', status: 200, workerSpans: THUMBNAIL },
  { method: 'GET', path: '/thumbnails/meadow?width=64', status: 200, workerSpans: THUMBNAIL },
  { method: 'GET', path: '/previews/lighthouse', status: 200, workerSpans: THUMBNAIL },
  { method: 'GET', path: '/checksums/harbour', status: 200, workerSpans: CHECKSUM },
  { method: 'GET', path: '/checksums/meadow', status: 200, workerSpans: CHECKSUM },
  {
    method: 'GET',
    path: '/contact-sheets?images=harbour,meadow,lighthouse&width=48',
    status: 200,
    workerSpans: [...THUMBNAIL, ...THUMBNAIL, ...THUMBNAIL],
  },
  {
    method: 'POST',
    path: '/thumbnails?width=40',
    image: 'not an image',
    status: 422,
    workerSpans: UNDECODABLE,
  },
];

async function send(origin: string, request: ServiceRequest): Promise<Exchange> {
  const traceId = randomBytes(16).toString('hex');
  const callerSpanId = randomBytes(8).toString('hex');
  const response = await fetch(origin + request.path, {
    method: request.method,
    headers: { traceparent: `00-${traceId}-${callerSpanId}-01`, 'content-type': 'image/png' },
    body: request.image ?? null,
    signal: AbortSignal.timeout(20_000),
  });
  const body = Buffer.from(await response.arrayBuffer());
  const contentType = response.headers.get('content-type') ?? '';
  return { request, traceId, callerSpanId, answer: { status: response.status, contentType, body } };
}

/** Sends all requests at once; the exchanges come in the order of the requests. */
export function sendRequests(
  origin: string,
  requests: readonly ServiceRequest[] = SERVICE_REQUESTS,
): Promise<Exchange[]> {
  return Promise.all(requests.map((request) => send(origin, request)));
}
