/** A span as an exporter has received it. */
export interface ExportedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly status: { readonly code: number; readonly message?: string };
  readonly events: readonly {
    readonly name: string;
    readonly attributes?: Readonly<Record<string, unknown>>;
  }[];
  readonly scope: { readonly name: string; readonly version?: string };
  readonly service?: string;
}

const THREAD_ATTRIBUTES: ReadonlySet<string> = new Set(['thread.id', 'thread.name', 'process.pid']);

function formatAttributes(attributes: Readonly<Record<string, unknown>> = {}): string {
  const shown = Object.entries(attributes).filter(
    ([key]) => !THREAD_ATTRIBUTES.has(key) && key !== 'exception.stacktrace',
  );
  return shown.length === 0
    ? ''
    : ` {${shown.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(', ')}}`;
}

function formatSpan({ name, attributes, status, events, scope, service }: ExportedSpan): string {
  const isWorker = 'thread.id' in attributes && 'thread.name' in attributes;
  const thread = isWorker ? ('process.pid' in attributes ? 'process' : 'worker') : 'main';
  const version = scope.version ? `@${scope.version}` : '';
  const parts = [`${name}${formatAttributes(attributes)}`, thread, `${service}/${scope.name}${version}`];
  if (status.code !== 0) parts.push(`status ${status.code}`);
  for (const event of events) parts.push(`event ${event.name}${formatAttributes(event.attributes)}`);
  return parts.join(' | ');
}

/**
 * The trace trees of some spans as text: a line a span, children indented below their parent, siblings and traces in
 * the order of their text, so that two runs of one program give one text. A span whose parent is missing, or in another
 * trace, says so.
 */
export function formatSpanTrees(spans: readonly ExportedSpan[]): string {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const format = (span: ExportedSpan, depth: number): string => {
    const parent = span.parentSpanId === undefined ? undefined : byId.get(span.parentSpanId);
    const isOrphan = span.parentSpanId !== undefined && !parent;
    const isAstray = parent !== undefined && parent.traceId !== span.traceId;
    const flaw = isOrphan ? ' (ORPHAN)' : isAstray ? ' (OTHER TRACE)' : '';
    const children = spans.filter(({ parentSpanId }) => parentSpanId === span.spanId);
    const below = children.map((child) => format(child, depth + 1)).toSorted();
    return [`${'  '.repeat(depth)}${formatSpan(span)}${flaw}`, ...below].join('\n');
  };
  const roots = spans.filter(({ parentSpanId }) => parentSpanId === undefined || !byId.has(parentSpanId));
  return `${roots
    .map((root) => format(root, 0))
    .toSorted()
    .join('\n')}\n`;
}
