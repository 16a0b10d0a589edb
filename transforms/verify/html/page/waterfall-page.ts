import { element } from '../../../page/browser/dom.js';
import type { Help } from '../../../page/browser/help.js';
import { listenToKeys } from '../../../page/browser/keyboard.js';
import { measureBars } from '../../../page/browser/measure-bars.js';
import { PageButtons } from '../../../page/browser/page-buttons.js';
import { Renderer } from '../../../page/browser/render-in-time.js';
import { Settings } from '../../../page/browser/settings.js';
import { Cursor } from './cursor.js';
import type { PageData, SpanKey } from './data.js';
import { FaultCards } from './fault-cards.js';
import { FilterBar } from './filter-bar.js';
import { findMatches } from './filter.js';
import { createTopBar } from './top-bar.js';
import { TraceList } from './trace-list.js';
import { TraceView } from './trace-view.js';

const HELP: Help = {
  keys: [
    [['j', 'k'], 'next, previous span'],
    [['n', 'N'], 'next, previous span with a fault'],
    [['J', 'K'], 'next, previous trace'],
    [['l'], 'in: expand what is below, or go there'],
    [['h'], 'out: collapse what is below, or go to what is above'],
    [['c'], 'collapse or expand all below'],
    [['o'], 'show or hide the details'],
    [['/'], 'search'],
  ],
  remark:
    'On the row that has the focus the arrows, Home, End and Enter do the same, with single keys off as well.',
};

/** Brings the parts of the page together. */
export class WaterfallPage {
  readonly #settings = new Settings();
  readonly #views: readonly TraceView[];
  readonly #filters: FilterBar;
  readonly #cards: FaultCards;
  readonly #list: TraceList;
  readonly #cursor: Cursor;
  readonly #places = new Map<string, readonly [trace: number, span: number]>();
  readonly #empty = element('p', { class: 'empty', hidden: true }, 'No span matches the filter.');

  constructor(readonly data: PageData) {
    data.traces.forEach(({ id, spans }, trace) =>
      spans.forEach((span, index) => this.#places.set(`${id}-${span.id}`, [trace, index])),
    );
    const renderer = new Renderer();
    this.#views = data.traces.map(
      (trace, index) =>
        new TraceView({
          ...{ data, trace, index, renderer },
          nameOf: (key) => this.#nameOf(key),
          onGo: (key) => this.#goTo(key),
          onFocus: (view, span) => this.#cursor.follow(view, span),
        }),
    );
    this.#filters = new FilterBar(data, () => this.#filter());
    this.#cards = new FaultCards(data, (code) => this.#filters.setKind(code));
    this.#cursor = new Cursor(this.#views, (index) => this.#list.setCurrent(index));
    this.#list = new TraceList(data.traces, (index) => this.#cursor.enter(index));
  }

  start(): void {
    const buttons = new PageButtons(this.#settings, HELP);
    const top = createTopBar(this.data, [buttons.theme, buttons.help]);
    const bars = element('div', { class: 'bars' }, top, this.#filters.element);
    const traces = this.#views.map((view) => view.element);
    const main = element('main', {}, this.#cards.element, this.#empty, ...traces);
    document.body.append(
      bars,
      element('div', { class: 'columns' }, this.#list.element, main),
      buttons.dialog,
    );
    this.#filter();
    measureBars(bars);
    listenToKeys(this.#singleKeys(buttons), () => this.#settings.hasKeys);
    main.addEventListener('keydown', (event) => this.#actOnRow(event));
  }

  #singleKeys(buttons: PageButtons): Record<string, () => void> {
    const cursor = this.#cursor;
    return {
      j: () => cursor.go(1),
      k: () => cursor.go(-1),
      n: () => cursor.goToFault(1),
      N: () => cursor.goToFault(-1),
      J: () => cursor.goToTrace(1),
      K: () => cursor.goToTrace(-1),
      l: () => cursor.goIn(),
      h: () => cursor.goOut(),
      c: () => cursor.toggleBelow(),
      o: () => cursor.toggleDetails(),
      '/': () => this.#filters.focus(),
      t: buttons.nextTheme,
      '?': buttons.showHelp,
    };
  }

  /** The keys of a tree, as https://www.w3.org/WAI/ARIA/apg/patterns/treegrid has them. */
  #actOnRow(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target instanceof Element) || !event.target.matches('.row')) return;
    const cursor = this.#cursor;
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => cursor.go(1),
      ArrowUp: () => cursor.go(-1),
      ArrowRight: () => cursor.goIn(),
      ArrowLeft: () => cursor.goOut(),
      Home: () => cursor.goToEnd(-1),
      End: () => cursor.goToEnd(1),
      Enter: () => cursor.toggleDetails(),
      ' ': () => cursor.toggleDetails(),
    };
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (!action) return;
    event.preventDefault();
    action();
  }

  #filter(): void {
    const filter = this.#filters.read();
    let [matching, traces, all] = [0, 0, 0];
    let isFiltered = false;
    this.#views.forEach((view, index) => {
      const { trace } = view.options;
      const matches = findMatches(trace, filter, this.data);
      view.filter(matches);
      this.#list.show(index, matches?.size !== 0);
      isFiltered ||= matches !== undefined;
      matching += matches?.size ?? 0;
      all += trace.spans.length;
      if (matches?.size !== 0) traces += 1;
    });
    this.#filters.showCount(isFiltered ? matching : undefined, all, traces);
    this.#cards.show(filter.kind);
    this.#empty.hidden = traces > 0 || all === 0;
  }

  #nameOf({ traceId, spanId }: SpanKey): string | undefined {
    const [trace, span] = this.#places.get(`${traceId}-${spanId}`) ?? [];
    return trace === undefined || span === undefined ? undefined : this.data.traces[trace]?.spans[span]?.name;
  }

  /** Goes to a span, past the filter where that hides it. */
  #goTo({ traceId, spanId }: SpanKey): void {
    const [trace, span] = this.#places.get(`${traceId}-${spanId}`) ?? [];
    const view = trace === undefined ? undefined : this.#views[trace];
    if (!view || span === undefined) return;
    if (view.element.hidden || !view.isMatch(span)) this.#filters.clear();
    view.focus(span);
  }
}
