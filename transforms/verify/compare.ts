import type { Palette } from '../review/colour.js';
import { plural } from '../review/words.js';
import type { Fault, SeenSpan } from './contracts.js';
import type { SavedSpan } from './saved-run.js';

const LONGEST_PATH = 20;

/** The spans of one name, at one place in their traces. */
interface Kind {
  count: number;
  readonly faults: Map<string, number>;
}

/** The names from the top of a span's trace down to it. */
function toPath(span: SavedSpan, byId: ReadonlyMap<string, SavedSpan>): string {
  const names: string[] = [];
  let one: SavedSpan | undefined = span;
  while (one && names.length < LONGEST_PATH) {
    names.unshift(one.name);
    one = one.parentSpanId === undefined ? undefined : byId.get(`${one.traceId}-${one.parentSpanId}`);
  }
  return names.join(' › ');
}

function toKinds(spans: readonly SavedSpan[]): ReadonlyMap<string, Kind> {
  const byId = new Map(spans.map((span) => [`${span.traceId}-${span.spanId}`, span]));
  const kinds = new Map<string, Kind>();
  for (const span of spans) {
    const path = toPath(span, byId);
    const kind = kinds.get(path) ?? { count: 0, faults: new Map<string, number>() };
    kinds.set(path, kind);
    kind.count++;
    for (const fault of span.faults) kind.faults.set(fault, (kind.faults.get(fault) ?? 0) + 1);
  }
  return kinds;
}

function countFaults(spans: readonly SavedSpan[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const fault of spans.flatMap(({ faults }) => faults)) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  return counts;
}

function formatKind({ count, faults }: Kind | { count: 0; faults: Map<string, number> }): string {
  if (count === 0) return 'none';
  const wrong = [...faults].map(([code, number]) => `${number} ${code}`);
  return wrong.length > 0 ? `${count} (${wrong.join(', ')})` : String(count);
}

const wrongIn = (kind: Kind | undefined): number =>
  [...(kind?.faults.values() ?? [])].reduce((sum, count) => sum + count, 0);

/** What is compared of a run that was seen just now. */
export function toSavedSpans(spans: readonly SeenSpan[], faults: readonly Fault[]): SavedSpan[] {
  const codes = new Map<SeenSpan, string[]>();
  for (const { span, code } of faults) codes.set(span, [...(codes.get(span) ?? []), code]);
  return spans.map((span) => {
    const { traceId, spanId, parentSpanId, name } = span;
    const own = { traceId, spanId, name, faults: codes.get(span) ?? [] };
    return parentSpanId === undefined ? own : { ...own, parentSpanId };
  });
}

/** Tells what got better and what got worse from one run to another: by fault, then by the place in a trace. */
export function formatComparison(
  before: readonly SavedSpan[],
  after: readonly SavedSpan[],
  palette: Palette,
): string {
  const [old, now] = [countFaults(before), countFaults(after)];
  const codes = [...new Set([...old.keys(), ...now.keys()])].map((code) => {
    const [was, is] = [old.get(code) ?? 0, now.get(code) ?? 0];
    const word = is < was ? palette.green('better') : is > was ? palette.red('worse') : 'as before';
    return `  ${word}: ${code} ${was} → ${is}`;
  });
  const [oldKinds, nowKinds] = [toKinds(before), toKinds(after)];
  const none = { count: 0, faults: new Map<string, number>() };
  const paths = [...new Set([...oldKinds.keys(), ...nowKinds.keys()])].flatMap((path) => {
    const [was, is] = [oldKinds.get(path) ?? none, nowKinds.get(path) ?? none];
    const [from, to] = [formatKind(was), formatKind(is)];
    if (from === to) return [];
    const isWorse = wrongIn(is) > wrongIn(was) || (is.count < was.count && wrongIn(was) === 0);
    return [`  ${isWorse ? palette.red('-') : palette.green('+')} ${path}: ${from} → ${to}`];
  });
  const title = `Compared with ${plural(before.length, 'span')} before:`;
  const same = codes.length + paths.length === 0 ? ['  all is as before'] : [];
  return ['', palette.bold(title), ...codes, ...paths, ...same, ''].join('\n');
}
