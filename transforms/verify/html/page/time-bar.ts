import { element, unseen } from '../../../page/browser/dom.js';
import type { PageSpan, PageTrace } from './data.js';

const ERROR = 2;
/** How many colours there are for threads; their names tell apart what has the same. */
const COLOURS = 8;
const MOST_EVENTS = 50;
/** Behind this share of the axis there is no room for a text. */
const LAST_TEXT = 0.87;

const toShare = (nanos: number, { length }: PageTrace): string =>
  `${Math.max(0, Math.min(100, (nanos / length) * 100))}%`;

export function colourOf(thread: number): string {
  return `thread-${thread % COLOURS}`;
}

/** The time of a span within that of its trace, and the events in it. */
export function renderTimeBar(span: PageSpan, trace: PageTrace): HTMLElement {
  const { start, duration, thread, status, events, offset } = span;
  const kinds = ['bar', colourOf(thread)];
  if (duration === null) kinds.push('is-open');
  if (status === ERROR) kinds.push('is-error');
  const bar = element('span', { class: kinds.join(' ') });
  bar.style.left = toShare(start, trace);
  bar.style.width = toShare(duration ?? trace.length - start, trace);
  const marks = events.slice(0, MOST_EVENTS).map(({ at }) => {
    const mark = element('span', { class: 'event-mark' });
    mark.style.left = toShare(at, trace);
    return mark;
  });
  const lane = element('span', { class: 'lane' }, bar, ...marks);
  lane.style.setProperty('--tick', toShare(trace.axis.step, trace));
  return element('div', { class: 'time-line', role: 'gridcell' }, unseen(`begins at ${offset}`), lane);
}

/** The head of a trace's table, with its time axis. */
export function renderAxis(trace: PageTrace): HTMLElement {
  const { step, texts } = trace.axis;
  const ticks = texts.map((text, index) => {
    const hasRoom = (step * index) / trace.length < LAST_TEXT;
    const tick = element('span', { class: 'tick-mark' }, hasRoom ? text : '');
    tick.style.left = toShare(step * index, trace);
    return tick;
  });
  const lane = element('span', { class: 'lane' }, ...ticks);
  const heads = ['Span', 'Thread', 'Time'].map((name) =>
    element('div', { class: `head-${name.toLowerCase()}`, role: 'columnheader' }, name),
  );
  const last = element('div', { class: 'time-line', role: 'columnheader' }, unseen('Time axis'), lane);
  return element('div', { class: 'row axis', role: 'row', 'aria-rowindex': '1' }, ...heads, last);
}
