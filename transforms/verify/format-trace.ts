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

function toRows({ span, children }: TraceTree, prefix: string, branch: string): Row[] {
  const below = prefix + (branch === '├ ' ? '│ ' : branch === '' ? '' : '  ');
  return [
    { label: prefix + branch + span.name, span },
    ...children.flatMap((child, index) => toRows(child, below, index === children.length - 1 ? '└ ' : '├ ')),
  ];
}

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
  const rows = buildTrees(spans).flatMap((tree) => toRows(tree, '', ''));
  const [from, to] = [
    spans.reduce((first, { start }) => (start < first ? start : first), spans[0]?.start ?? 0n),
    spans.reduce((last, { start, end = start }) => (end > last ? end : last), 0n),
  ];
  const names = Math.max(...rows.map(({ label }) => label.length));
  const nameWidth = Math.min(names, Math.floor(width * NAME_SHARE));
  const threadWidth = Math.max(...rows.map(({ span }) => threads.of(span).length));
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
