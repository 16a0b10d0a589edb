import { relative } from 'node:path';
import type { Palette } from '../review/colour.js';
import { plural } from '../review/words.js';
import type { Advisor } from './advice.js';
import { parsePlace } from './advice.js';
import type { Fault, FaultCode, Observation, SeenSpan } from './contracts.js';
import { FAULT_TEXTS } from './fault-texts.js';
import type { ThreadNames } from './thread-names.js';
import { groupTraces } from './trace-tree.js';

const MOST_GROUPS = 5;
const MOST_THREADS = 3;
const CODES = Object.keys(FAULT_TEXTS) as readonly FaultCode[];

export interface VerdictStyle {
  readonly palette: Palette;
  readonly threads: ThreadNames;
  readonly advisor: Advisor | undefined;
  /** The folder that places are told from. */
  readonly cwd: string;
}

interface Group {
  readonly faults: Fault[];
  readonly threads: Set<string>;
}

/** Whether a span is the first of its trace here. */
const isRoot = ({ parentSpanId, isParentRemote }: SeenSpan): boolean =>
  parentSpanId === undefined || isParentRemote === true;

/** A place as people want it: from the folder that they are in, without the column. */
export function formatPlace(text: string, cwd: string): string {
  const place = parsePlace(text);
  return place ? `${relative(cwd, place.path)}:${place.line}` : text;
}

function enumerate(names: readonly string[]): string {
  const more = names.length > MOST_THREADS ? ` and ${names.length - MOST_THREADS} more` : '';
  return `${names.slice(0, MOST_THREADS).join(', ')}${more}`;
}

function keyOf({ span, dispatch }: Fault): string {
  return [span.name, span.scope, dispatch?.place].join('\n');
}

/** How the exporters of a thread are to be called, where its spans have not come out. */
export function nameExporters({ threads }: Observation, { pid, threadId }: SeenSpan): string {
  const thread = threads.find((one) => one.pid === pid && one.threadId === threadId);
  const processors = (thread?.sdks ?? []).flatMap(({ processors: own }) => own);
  if (processors.length === 0) return 'the SDK there has no span processor';
  const names = processors.map(({ name, exporters }) =>
    exporters.length > 0 ? `${exporters.join(', ')} behind ${name}` : name,
  );
  return `${[...new Set(names)].join('; ')} got nothing of it`;
}

class VerdictFormat {
  constructor(
    private readonly observation: Observation,
    private readonly style: VerdictStyle,
  ) {}

  formatFaults(code: FaultCode, faults: readonly Fault[]): string[] {
    const { palette } = this.style;
    const text = FAULT_TEXTS[code];
    const title = `${faults.length} ${faults.length === 1 ? text.one : text.many}`;
    const groups = [...this.#group(faults).values()];
    const more = groups.length > MOST_GROUPS ? [`    … and ${groups.length - MOST_GROUPS} more names`] : [];
    return [
      '',
      `${palette.red('✗')} ${palette.bold(title)} (${code})`,
      ...groups.slice(0, MOST_GROUPS).map((group) => this.#formatGroup(group)),
      ...more,
      ...this.#formatAdvice(faults, text.remedy).map((line) => `  ${palette.yellow('→')} ${line}`),
    ];
  }

  #group(faults: readonly Fault[]): ReadonlyMap<string, Group> {
    const groups = new Map<string, Group>();
    for (const fault of faults) {
      const group = groups.get(keyOf(fault)) ?? { faults: [], threads: new Set() };
      groups.set(keyOf(fault), group);
      group.faults.push(fault);
      group.threads.add(this.style.threads.of(fault.span));
    }
    return groups;
  }

  #formatGroup({ faults, threads }: Group): string {
    const [first] = faults;
    if (!first) return '';
    const { span, code, dispatch } = first;
    const place = faults.map((fault) => fault.span.place).find((one) => one !== undefined);
    const parts = [
      `    ${span.name} × ${faults.length} in ${enumerate([...threads])}`,
      place === undefined ? '' : `made at ${formatPlace(place, this.style.cwd)}`,
      code === 'never-exported' ? nameExporters(this.observation, span) : '',
      dispatch ? this.#formatDispatch(first) : '',
    ];
    return parts.filter((part) => part !== '').join(', ');
  }

  #formatDispatch({ dispatch, span }: Fault): string {
    if (!dispatch) return '';
    const { library, verb, place, dispatchedIn } = dispatch;
    const at = place === undefined ? '' : ` at ${formatPlace(place, this.style.cwd)}`;
    const by = dispatchedIn ? this.#rootOf(dispatchedIn.traceId) : 'no request';
    return `dispatched by ${verb} of ${library}${at} in ${by}, but run in ${this.#rootOf(span.traceId)}`;
  }

  #rootOf(traceId: string): string {
    const spans = this.observation.spans.filter((span) => span.traceId === traceId);
    const root = spans.find(isRoot) ?? spans[0];
    return root ? `${root.name} (${traceId.slice(0, 8)})` : `trace ${traceId.slice(0, 8)}`;
  }

  #formatAdvice(faults: readonly Fault[], remedy: string): readonly string[] {
    const own = new Set(faults.flatMap((fault) => this.style.advisor?.adviseOn(fault) ?? []));
    return own.size > 0 ? [...own] : [remedy];
  }
}

/** Whether no SDK was there but ours. */
const isQuiet = ({ threads }: Observation): boolean => threads.every(({ sdks }) => sdks.length === 0);

/** What else is to be known of a run, a sentence each. */
export function formatNotes(observation: Observation): string[] {
  const { notes, failures, threads, spans } = observation;
  const unreadable = threads.flatMap(({ sdks }) => sdks.filter(({ isUnreadable }) => isUnreadable));
  return [
    ...(isQuiet(observation) && spans.length > 0
      ? [
          'The application has no OpenTelemetry SDK: a quiet one made its spans for this run, and sent them nowhere.',
        ]
      : []),
    ...[...failures].map(
      ([error, count]) => `An exporter could not deliver ${plural(count, 'span')}: ${error}`,
    ),
    ...new Set(
      unreadable.map(
        ({ provider }) => `${provider} does not show its span processors, so that its spans are not seen.`,
      ),
    ),
    ...notes,
  ];
}

function formatCounts({ spans, threads }: Observation, faults: readonly Fault[]): string {
  const traces = groupTraces(spans);
  const roots = spans.filter(isRoot).length;
  const processes = new Set(threads.map(({ pid }) => pid)).size;
  const workers = threads.filter(({ threadId }) => threadId > 0).length;
  const counts = CODES.map((code) => `${faults.filter((fault) => fault.code === code).length} ${code}`);
  return [
    `${plural(spans.length, 'span')} in ${plural(traces.size, 'trace')}, ${plural(roots, 'root')}; listened to ${processes} ${processes === 1 ? 'process' : 'processes'} and ${plural(workers, 'worker thread')}`,
    counts.join(', '),
  ].join('\n');
}

/** What a run comes to. */
export function formatVerdictSentence(observation: Observation, faults: readonly Fault[]): string {
  const { spans } = observation;
  if (spans.length === 0)
    return 'No span was seen: nothing was traced, or the application uses no OpenTelemetry API.';
  const wrong = new Set(faults.map(({ span }) => span)).size;
  if (wrong === 0 && isQuiet(observation)) return '✓ Every span is where it belongs.';
  return wrong === 0
    ? '✓ Every span is where it belongs, and an exporter was given it.'
    : `${wrong} of ${plural(spans.length, 'span')} lost or misplaced.`;
}

/** What is to be said at the end: counts, then each kind of fault with its places and what mends it. */
export function formatVerdict(
  observation: Observation,
  faults: readonly Fault[],
  style: VerdictStyle,
): string {
  const format = new VerdictFormat(observation, style);
  const { palette } = style;
  const byCode = CODES.map((code) => [code, faults.filter((fault) => fault.code === code)] as const);
  const sentence = formatVerdictSentence(observation, faults);
  const paint = observation.spans.length === 0 ? String : faults.length === 0 ? palette.green : palette.red;
  return [
    '',
    formatCounts(observation, faults),
    ...byCode.flatMap(([code, own]) => (own.length > 0 ? format.formatFaults(code, own) : [])),
    ...formatNotes(observation).map((note) => `\nNote: ${note}`),
    '',
    paint(sentence),
    '',
  ].join('\n');
}
