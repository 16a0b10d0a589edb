import { spanTree } from 'traced-pool/testing';
import type { CollectedSpan } from 'traced-pool/testing';

const THREAD_ATTRIBUTES: ReadonlySet<string> = new Set(['thread.id', 'thread.name', 'process.pid']);

function formatAttributes(attributes: Readonly<Record<string, unknown>> = {}): string {
  const shown = Object.entries(attributes).filter(
    ([key]) => !THREAD_ATTRIBUTES.has(key) && key !== 'exception.stacktrace',
  );
  return shown.length === 0
    ? ''
    : ` {${shown.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(', ')}}`;
}

function describeSpan({ name, attributes, status, events, resource, ...span }: CollectedSpan): string {
  const isWorker = 'thread.id' in attributes && 'thread.name' in attributes;
  const thread = isWorker ? ('process.pid' in attributes ? 'process' : 'worker') : 'main';
  const scope = span.instrumentationScope;
  const version = scope?.version ? `@${scope.version}` : '';
  const service = String(resource.attributes?.['service.name']);
  const parts = [`${name}${formatAttributes(attributes)}`, thread, `${service}/${scope?.name}${version}`];
  if (status.code !== 0) parts.push(`status ${status.code}`);
  for (const event of events) parts.push(`event ${event.name}${formatAttributes(event.attributes)}`);
  return parts.join(' | ');
}

/**
 * The trace trees of some spans as `trace.txt` has them: each line tells all that the migration is to keep, and two runs of
 * one program give one text.
 */
export function formatSpanTrees(spans: readonly CollectedSpan[]): string {
  return `${spanTree(spans, { describe: describeSpan, order: 'text' })}\n`;
}
