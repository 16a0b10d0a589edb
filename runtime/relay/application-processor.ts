import { trace } from '@opentelemetry/api';
import type { SpanSink } from '../tracing-options.js';

/** The fields by which the SDK lines keep what we need: 2.x and 3.x with an underscore, 1.x without. */
interface ProviderFields {
  getDelegate?(): unknown;
  readonly _activeSpanProcessor?: unknown;
  readonly activeSpanProcessor?: unknown;
  readonly _resource?: unknown;
  readonly resource?: unknown;
}

const EMPTY_RESOURCE = { attributes: {}, asyncAttributesPending: false };

function isSpanSink(value: unknown): value is SpanSink {
  return typeof (value as SpanSink | null | undefined)?.onEnd === 'function';
}

/** The tracer provider that is registered now, or the API's own that does nothing. */
export function findRegisteredProvider(): ProviderFields {
  const global = trace.getTracerProvider() as ProviderFields;
  return (global.getDelegate?.() ?? global) as ProviderFields;
}

/**
 * Finds the application's span processors at the tracer provider that is registered now. There is no public way to
 * them, hence the fields; an application whose SDK hides them gives its processor as an option.
 *
 * @returns `undefined` where no SDK is registered, or one that keeps its processors elsewhere.
 */
export function findApplicationProcessor(): SpanSink | undefined {
  const { _activeSpanProcessor: current, activeSpanProcessor: former } = findRegisteredProvider();
  if (isSpanSink(current)) return current;
  return isSpanSink(former) ? former : undefined;
}

/**
 * The processors of an SDK's `MultiSpanProcessor`, which calls them in a plain loop that ends with the first that
 * throws; any other processor is itself. So is one whose `onEnd` somebody has replaced, as our own worker side does.
 */
export function splitProcessor(sink: SpanSink): readonly SpanSink[] {
  const { _spanProcessors: inner } = sink as { _spanProcessors?: unknown };
  if (!Array.isArray(inner) || Object.hasOwn(sink, 'onEnd')) return [sink];
  return inner.every(isSpanSink) ? inner : [sink];
}

/** The resource of the application's own spans; an empty one where none can be found. */
export function findApplicationResource(): object {
  const { _resource: current, resource: former } = findRegisteredProvider();
  const resource = current ?? former;
  return typeof resource === 'object' && resource !== null ? resource : EMPTY_RESOURCE;
}

/** Whether a tracer provider has none of the fields which we know. */
export function isUnreadable(provider: ProviderFields): boolean {
  if (provider.constructor?.name === 'NoopTracerProvider') return false;
  return !('_activeSpanProcessor' in provider) && !('activeSpanProcessor' in provider);
}
