import { element, unseen } from '../../../page/browser/dom.js';
import { toVisible } from '../../../page/browser/hidden-characters.js';
import type { PageData, PageSpan, PageTrace } from './data.js';
import { colourOf, renderTimeBar } from './time-bar.js';

const ERROR = 2;
/** Deeper spans are indented no further, so that their names can be read. */
const DEEPEST = 8;
/** How many characters of a name are to be seen, whatever else there is. */
const LEAST_OF_NAME = 8;

export interface RowState {
  /** Of the row in the table, from 1. */
  readonly position: number;
  /** How many spans are below it. */
  readonly below: number;
  readonly isCollapsed: boolean;
  readonly isOpen: boolean;
  /** Whether the filter asks for this one, and not only for one below it. */
  readonly isMatch: boolean;
  readonly isTabStop: boolean;
}

export interface RowActions {
  readonly onToggle: () => void;
  readonly onOpen: () => void;
  readonly onFocus: () => void;
}

function renderTwist({ below, isCollapsed }: RowState, onToggle: () => void): HTMLElement {
  if (below === 0) return element('span', { class: 'twist' });
  const label = `${isCollapsed ? 'Expand' : 'Collapse'} ${below.toLocaleString('en')} below`;
  const twist = element('button', { type: 'button', class: 'twist', tabindex: '-1', 'aria-label': label });
  twist.classList.toggle('is-collapsed', isCollapsed);
  twist.addEventListener('click', (event) => {
    event.stopPropagation();
    onToggle();
  });
  return twist;
}

function renderMarks({ faults, status }: PageSpan, data: PageData): HTMLElement[] {
  const codes = faults.map(({ kind }) => element('span', { class: 'fault' }, data.faults[kind]?.code ?? ''));
  return status === ERROR ? [element('span', { class: 'error' }, 'error'), ...codes] : codes;
}

function renderName(span: PageSpan, data: PageData, state: RowState, actions: RowActions): HTMLElement {
  const cell = element('div', { class: 'name-cell', role: 'gridcell' }, renderTwist(state, actions.onToggle));
  cell.style.setProperty('--depth', String(Math.min(span.depth, DEEPEST)));
  if (span.depth > DEEPEST) cell.append(element('span', { class: 'hint' }, `level ${span.depth + 1}`));
  const name = element('span', { class: 'span-name' }, ...toVisible(span.name));
  name.style.setProperty('--least', String(Math.min(span.name.length, LEAST_OF_NAME)));
  cell.append(name);
  if (state.isCollapsed)
    cell.append(element('span', { class: 'hint' }, `+${state.below.toLocaleString('en')}`));
  cell.append(...renderMarks(span, data), element('span', { class: 'hint key' }, ...toVisible(span.hint)));
  return cell;
}

/** The row of a span: its name, thread and time, and its bar. */
export function renderRow(
  span: PageSpan,
  { trace, data }: { readonly trace: PageTrace; readonly data: PageData },
  state: RowState,
  actions: RowActions,
): HTMLElement {
  const swatch = element('span', { class: `swatch ${colourOf(span.thread)}` });
  const thread = element(
    'div',
    { class: 'thread-cell', role: 'gridcell' },
    swatch,
    data.threads[span.thread]?.name ?? '',
  );
  const time = element('div', { class: 'time-cell', role: 'gridcell' }, span.time);
  if (span.duration === null) time.classList.add('is-open');
  const row = element(
    'div',
    {
      class: `row span${state.isMatch ? '' : ' is-above'}${span.faults.length > 0 ? ' is-faulty' : ''}`,
      role: 'row',
      tabindex: state.isTabStop ? '0' : '-1',
      'aria-level': String(span.depth + 1),
      'aria-rowindex': String(state.position + 1),
      'aria-expanded': state.below > 0 && String(!state.isCollapsed),
    },
    ...[renderName(span, data, state, actions), thread, time, renderTimeBar(span, trace)],
  );
  row.classList.toggle('is-open', state.isOpen);
  if (state.isOpen) time.append(unseen(', details below'));
  row.addEventListener('click', () => {
    // Whoever marks text to copy it wants nothing else.
    if (getSelection()?.isCollapsed !== false) actions.onOpen();
  });
  row.addEventListener('focus', actions.onFocus);
  return row;
}
