import type { PageData, PageSpan, PageTrace, PageValue } from './data.js';

const ERROR = 2;
/** Shorter texts are found in ids by chance. */
const LEAST_OF_ID = 8;

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
  const { name, scope, place, message, attributes, events, links } = span;
  const parts = [name, scope, place, message, join(attributes)];
  for (const event of events) parts.push(event.name, join(event.attributes));
  for (const link of links) parts.push(join(link.attributes));
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
  const isId = (id: string): boolean => wanted.length >= LEAST_OF_ID && id.startsWith(wanted);
  const isFound = (span: PageSpan): boolean =>
    isId(trace.id) ||
    isId(span.id) ||
    span.links.some(({ traceId, spanId }) => isId(traceId) || isId(spanId)) ||
    searchableText(span).includes(wanted);
  const matches = new Set<number>();
  trace.spans.forEach((span, index) => {
    if (thread !== '' && span.thread !== Number(thread)) return;
    if (isOfKind(span) && isFound(span)) matches.add(index);
  });
  return matches;
}
