import { SpanStatusCode } from '@opentelemetry/api';
import type { CollectedSpan } from './collected-span.js';
import type { SpanNode } from './span-forest.js';
import type { SpanTreeOptions } from './tree-options.js';

interface Block {
  readonly text: string;
  readonly start: readonly [number, number];
}

function formatAttributes(
  all: Readonly<Record<string, unknown>>,
  chosen: readonly string[] | boolean,
): string {
  const names = Array.isArray(chosen)
    ? (chosen as readonly string[])
    : chosen
      ? Object.keys(all).toSorted()
      : [];
  const shown = names.filter((name) => all[name] !== undefined);
  if (shown.length === 0) return '';
  return ` {${shown.map((name) => `${name}=${JSON.stringify(all[name])}`).join(', ')}}`;
}

function formatStatus({ code, message }: CollectedSpan['status']): string {
  if (code !== SpanStatusCode.ERROR) return '';
  return message ? ` [error: ${message}]` : ' [error]';
}

function describe(span: CollectedSpan, { attributes = false, status = true }: SpanTreeOptions): string {
  return `${span.name}${formatAttributes(span.attributes, attributes)}${status ? formatStatus(span.status) : ''}`;
}

/** A line is a span, whatever is in its name. */
function toLine(text: string): string {
  return text.replaceAll('\r', '\\r').replaceAll('\n', '\\n');
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** The text of trees, each of which has the lines below its first one indented. */
export function formatForest(forest: readonly SpanNode[], options: SpanTreeOptions = {}): string {
  const { order = 'start' } = options;
  const line = options.describe ?? ((span: CollectedSpan) => describe(span, options));
  const compare = (one: Block, other: Block): number => {
    const difference = one.start[0] - other.start[0] || one.start[1] - other.start[1];
    return (order === 'start' ? difference : 0) || compareText(one.text, other.text);
  };
  const format = ({ span, children, flaw, isOpen }: SpanNode, depth: number): Block => {
    const flaws = `${isOpen ? ' (not ended)' : ''}${flaw ? ` (${flaw})` : ''}`;
    const below = children.map((child) => format(child, depth + 1)).toSorted(compare);
    const text = `${'  '.repeat(depth)}${toLine(line(span))}${flaws}`;
    return { text: [text, ...below.map((block) => block.text)].join('\n'), start: span.startTime };
  };
  const blocks = forest.map((node) => format(node, 0)).toSorted(compare);
  return blocks.map(({ text }) => text).join('\n');
}
