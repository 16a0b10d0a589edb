import { context, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';

/** The name of a request, or of no request at all. */
export type Request = string | undefined;

const contexts = new Map<Request, Context>([[undefined, ROOT_CONTEXT]]);

/** Runs work as a part of a request: under its span, which is begun once and never ends. */
export function inRequest<T>(request: Request, work: () => T): T {
  const known = contexts.get(request);
  const created = known ?? trace.setSpan(ROOT_CONTEXT, trace.getTracer('test').startSpan(String(request)));
  if (!known) contexts.set(request, created);
  return context.with(created, work);
}

/** The request whose span is active. */
export function activeRequest(): Request {
  const span = trace.getActiveSpan();
  return span && (span as unknown as { readonly name: string }).name;
}

/** The rounds of the event loop within which a queue of `async` has begun whatever it may begin. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 3; round++) await new Promise((resolve) => setImmediate(resolve));
}
