import type { Palette } from '../review/colour.js';
import { plural } from '../review/words.js';
import type { SeenSpan } from './contracts.js';
import { formatDuration } from './durations.js';
import { listKeyAttributes } from './key-attributes.js';
import type { ThreadNames } from './thread-names.js';
import { buildTrees } from './trace-tree.js';
import type { TraceTree } from './trace-tree.js';

const BAR_WIDTH = 20;
const NAME_SHARE = 0.45;
/** In columns; what is below is no further to the right. */
const DEEPEST_LEAD = 60;
const CONTROLS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const ERROR = 2;

/** How a trace is shown. */
export interface TraceStyle {
  readonly palette: Palette;
  readonly threads: ThreadNames;
  /** In columns. */
  readonly width: number;
}

interface Row {
  readonly label: string;
  readonly span: SeenSpan;
}

function shorten(text: string, length: number): string {
  const safe = text.replace(CONTROLS, '\uFFFD');
  return safe.length > length ? `${safe.slice(0, Math.max(0, length - 1))}…` : safe;
}

/** The rows of trees, those above first; without recursion, as a chain of spans may be as long as it likes. */
function toRows(tops: readonly TraceTree[]): Row[] {
  const rows: Row[] = [];
  const ahead = tops.toReversed().map((tree) => ({ tree, lead: '', below: '' }));
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { tree, lead, below } = next;
    rows.push({ label: lead + tree.span.name, span: tree.span });
    const isDeep = below.length > DEEPEST_LEAD;
    for (const [index, child] of [...tree.children.entries()].toReversed()) {
      const isLast = index === tree.children.length - 1;
      ahead.push({
        tree: child,
        lead: isDeep ? below : `${below}${isLast ? '└ ' : '├ '}`,
        below: isDeep ? below : `${below}${isLast ? '  ' : '│ '}`,
      });
    }
  }
  return rows;
}

const longest = (texts: readonly string[]): number =>
  texts.reduce((most, { length }) => Math.max(most, length), 0);

/** A bar for the time of a span within that of its trace, at least a mark wide. */
function toBar(span: SeenSpan, from: bigint, to: bigint): string {
  const total = Number(to - from) || 1;
  const start = Math.min(BAR_WIDTH - 1, Math.floor((Number(span.start - from) / total) * BAR_WIDTH));
  const end = Math.round((Number((span.end ?? to) - from) / total) * BAR_WIDTH);
  const length = Math.max(1, Math.min(BAR_WIDTH, end) - start);
  const mark = span.end === undefined ? '░' : '█';
  return (' '.repeat(start) + mark.repeat(length)).padEnd(BAR_WIDTH);
}

/** A trace as a tree, a line for each span: its name, thread, time and key attributes. */
export function formatTrace(spans: readonly SeenSpan[], { palette, threads, width }: TraceStyle): string {
  const rows = toRows(buildTrees(spans));
  const [from, to] = [
    spans.reduce((first, { start }) => (start < first ? start : first), spans[0]?.start ?? 0n),
    spans.reduce((last, { start, end = start }) => (end > last ? end : last), 0n),
  ];
  const names = longest(rows.map(({ label }) => label));
  const nameWidth = Math.min(names, Math.floor(width * NAME_SHARE));
  const threadWidth = longest(rows.map(({ span }) => threads.of(span)));
  const lines = rows.map(({ label, span }) => {
    const time = span.end === undefined ? 'open' : formatDuration(span.end - span.start);
    const bar = toBar(span, from, to);
    const head = [
      shorten(label, nameWidth).padEnd(nameWidth),
      threads.of(span).padEnd(threadWidth),
      time.padStart(7),
    ].join('  ');
    const rest = width - head.length - BAR_WIDTH - 4;
    const attributes = shorten(listKeyAttributes(span).join(' '), Math.max(0, rest));
    const isWrong = span.status.code === ERROR || span.end === undefined;
    const paint = isWrong ? palette.red : palette.cyan;
    return `${head}  ${paint(bar)}  ${palette.dim(attributes)}`.trimEnd();
  });
  const [first] = spans;
  const title = `trace ${first?.traceId ?? ''}, ${plural(spans.length, 'span')}`;
  return `${palette.bold(title)}\n${lines.join('\n')}\n\n`;
}
