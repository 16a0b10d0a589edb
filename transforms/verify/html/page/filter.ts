import type { PageData, PageSpan, PageTrace, PageValue } from './data.js';

const ERROR = 2;

export interface Filter {
  readonly text: string;
  /** The index of a thread; empty for all. */
  readonly thread: string;
  /** The code of a fault, or one of {@link KINDS}; empty for all. */
  readonly kind: string;
}

/** What spans can be asked for besides their faults. */
export const KINDS = { faulty: 'With any fault', error: 'With an error', open: 'Never ended' } as const;

const join = (values: readonly PageValue[]): string =>
  values.map(([key, value]) => `${key}=${value}`).join('\n');

const texts = new WeakMap<PageSpan, string>();

function searchableText(span: PageSpan): string {
  const known = texts.get(span);
  if (known !== undefined) return known;
  const { name, id, scope, place, message, attributes, events, links } = span;
  const parts = [name, id, scope, place, message, join(attributes)];
  for (const event of events) parts.push(event.name, join(event.attributes));
  for (const link of links) parts.push(link.traceId, link.spanId, join(link.attributes));
  const text = parts.join('\n').toLowerCase();
  texts.set(span, text);
  return text;
}

/** Which spans of a trace a filter lets through; `undefined` where it asks for nothing. */
export function findMatches(
  trace: PageTrace,
  { text, thread, kind }: Filter,
  { faults }: PageData,
): ReadonlySet<number> | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' && thread === '' && kind === '') return undefined;
  const isOfKind = (span: PageSpan): boolean => {
    if (kind === '') return true;
    if (kind === 'faulty') return span.faults.length > 0;
    if (kind === 'error') return span.status === ERROR;
    if (kind === 'open') return span.duration === null;
    return span.faults.some((fault) => faults[fault.kind]?.code === kind);
  };
  const isInId = trace.id.includes(wanted);
  const matches = new Set<number>();
  trace.spans.forEach((span, index) => {
    if (thread !== '' && span.thread !== Number(thread)) return;
    if (isOfKind(span) && (isInId || searchableText(span).includes(wanted))) matches.add(index);
  });
  return matches;
}
