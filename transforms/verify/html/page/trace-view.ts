import { element, plural } from '../../../page/browser/dom.js';
import { toVisible, toVisibleText } from '../../../page/browser/hidden-characters.js';
import type { Renderer } from '../../../page/browser/render-in-time.js';
import { Chunk } from './chunk.js';
import { renderDetails } from './span-details.js';
import type { DetailsContext } from './span-details.js';
import { renderRow } from './span-row.js';
import { renderAxis } from './time-bar.js';
import { countFaults } from './trace-list.js';
import { TraceRows } from './trace-rows.js';

const CHUNK_ROWS = 40;

export interface TraceOptions extends DetailsContext {
  readonly index: number;
  readonly renderer: Renderer;
  /** Told of the span whose row has the focus. */
  readonly onFocus: (view: TraceView, span: number) => void;
}

/** One trace on the page: its head, and a table of its spans, made in chunks as they come near to what is seen. */
export class TraceView {
  readonly element: HTMLElement;
  readonly rows: TraceRows;
  readonly #table: HTMLElement;
  readonly #axis: HTMLElement;
  readonly #fold = element('button', { type: 'button', class: 'fold-trace', 'aria-expanded': 'true' });
  readonly #open = new Set<number>();
  #matches: ReadonlySet<number> | undefined;
  #shown: readonly number[] = [];
  #chunks: readonly Chunk[] = [];
  #tabStop = 0;

  constructor(readonly options: TraceOptions) {
    const { trace, index } = options;
    const { name, time, offset, spans, started } = trace;
    this.rows = new TraceRows(trace);
    this.#axis = renderAxis(trace);
    this.#fold.append(...toVisible(name));
    this.#fold.addEventListener('click', () => this.setFolded(!this.#table.hidden));
    const faults = countFaults(trace);
    const facts = element(
      'span',
      { class: 'trace-facts', title: started },
      ...(faults > 0 ? [element('span', { class: 'fault' }, plural(faults, 'fault'))] : []),
      ...[time, plural(spans.length, 'span'), offset].map((fact) => element('span', {}, fact)),
    );
    const head = element('header', { class: 'trace-head sheet-head' }, element('h2', {}, this.#fold), facts);
    const label = `Spans of ${toVisibleText(name)}`;
    this.#table = element('div', { class: 'spans', role: 'treegrid', 'aria-label': label });
    const number = `Trace ${index + 1}, ${toVisibleText(name)}`;
    this.element = element(
      'article',
      { class: 'trace sheet', id: `trace-${index}`, 'aria-label': number },
      head,
      this.#table,
    );
    this.#lay();
  }

  /** The spans to be seen, by their indexes. */
  get shown(): readonly number[] {
    return this.#shown;
  }

  /** Whether its spans can be gone through. */
  get isUnfolded(): boolean {
    return !this.element.hidden && !this.#table.hidden;
  }

  isMatch(span: number): boolean {
    return this.#matches?.has(span) ?? true;
  }

  /** @param matches the spans that a filter lets through; `undefined` where there is none */
  filter(matches: ReadonlySet<number> | undefined): void {
    const isSame = !matches && !this.#matches;
    this.#matches = matches;
    this.element.hidden = matches?.size === 0;
    if (isSame || this.element.hidden) return;
    this.rows.filter(matches);
    // What matches is to be seen.
    if (matches) this.#table.hidden = false;
    this.#lay();
  }

  setFolded(isFolded: boolean): void {
    this.#table.hidden = isFolded;
    this.#fold.setAttribute('aria-expanded', String(!isFolded));
    this.element.style.containIntrinsicHeight = isFolded
      ? 'auto 38px'
      : `auto calc(var(--row) * ${this.#shown.length + 1} + 38px)`;
  }

  setCollapsed(span: number, isCollapsed: boolean): void {
    this.rows.setCollapsed(span, isCollapsed);
    this.#layAround(span);
  }

  toggleBelow(span: number): void {
    this.rows.toggleBelow(span);
    this.#layAround(span);
  }

  toggleDetails(span: number): void {
    if (!this.#open.delete(span)) this.#open.add(span);
    this.#chunkOf(span)?.redraw(span);
  }

  /** Brings a span into sight, with the focus on it. */
  focus(span: number): void {
    this.setFolded(false);
    if (!this.#shown.includes(span)) {
      this.rows.reveal(span);
      this.#lay();
    }
    const row = this.#chunkOf(span)?.rowOf(span);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }

  #chunkOf(span: number): Chunk | undefined {
    return this.#chunks[Math.floor(this.#shown.indexOf(span) / CHUNK_ROWS)];
  }

  #lay(): void {
    const { renderer } = this.options;
    for (const chunk of this.#chunks) renderer.remove(chunk);
    this.#shown = this.rows.list();
    if (!this.#shown.includes(this.#tabStop)) this.#tabStop = this.#shown[0] ?? 0;
    const positions = new Map(this.#shown.map((span, at) => [span, at + 1]));
    const create = (span: number): HTMLElement[] => this.#createRow(span, positions.get(span) ?? 0);
    const starts = Array.from(
      { length: Math.ceil(this.#shown.length / CHUNK_ROWS) },
      (_, at) => at * CHUNK_ROWS,
    );
    this.#chunks = starts.map((at) => new Chunk(this.#shown.slice(at, at + CHUNK_ROWS), create));
    this.#table.setAttribute('aria-rowcount', String(this.#shown.length + 1));
    this.#table.replaceChildren(this.#axis, ...this.#chunks.map((chunk) => chunk.element));
    for (const chunk of this.#chunks) renderer.add(chunk);
    this.setFolded(this.#table.hidden === true);
  }

  /** The same, with a row left where it is on the screen, and all that is seen made at once. */
  #layAround(span: number): void {
    const before = this.#chunkOf(span)?.rowOf(span);
    const hasFocus = before?.contains(document.activeElement) ?? false;
    const top = before?.getBoundingClientRect().top ?? 0;
    this.#lay();
    const row = this.#chunkOf(span)?.rowOf(span);
    if (row) scrollBy(0, row.getBoundingClientRect().top - top);
    for (const chunk of this.#chunks) {
      const rect = chunk.element.getBoundingClientRect();
      if (rect.top > innerHeight) break;
      if (rect.bottom > 0) chunk.render();
    }
    if (hasFocus) row?.focus({ preventScroll: true });
  }

  #createRow(index: number, position: number): HTMLElement[] {
    const { trace } = this.options;
    const span = trace.spans[index];
    if (!span) return [];
    const isOpen = this.#open.has(index);
    const state = {
      position,
      isOpen,
      below: this.rows.countBelow(index),
      isCollapsed: this.rows.isCollapsed(index),
      isMatch: this.isMatch(index),
      isTabStop: index === this.#tabStop,
    };
    const row = renderRow(span, this.options, state, {
      onToggle: () => this.setCollapsed(index, !this.rows.isCollapsed(index)),
      onOpen: () => this.toggleDetails(index),
      onFocus: () => this.#takeFocus(index),
    });
    return isOpen ? [row, renderDetails(span, this.options)] : [row];
  }

  #takeFocus(index: number): void {
    const former = this.#tabStop;
    this.#tabStop = index;
    if (former !== index) this.#table.querySelector('.row[tabindex="0"]')?.setAttribute('tabindex', '-1');
    this.#chunkOf(index)?.rowOf(index)?.setAttribute('tabindex', '0');
    this.options.onFocus(this, index);
  }
}
