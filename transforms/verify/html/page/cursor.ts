import type { TraceView } from './trace-view.js';

interface Place {
  readonly view: TraceView;
  readonly span: number;
}

const isUnfolded = (view: TraceView): boolean => view.isUnfolded;

/** Goes from span to span, in the order of the page; what the keys act on is the current one. */
export class Cursor {
  #current: Place | undefined;

  constructor(
    readonly views: readonly TraceView[],
    readonly onTrace: (index: number) => void,
  ) {}

  /** Takes over where the focus is. */
  readonly follow = (view: TraceView, span: number): void => {
    this.#current = { view, span };
    this.onTrace(view.options.index);
  };

  go(step: 1 | -1): void {
    const current = this.#seen();
    if (!current) {
      this.#enter(this.#firstInSight(), 1);
      return;
    }
    const { view, span } = current;
    const next = view.shown[view.shown.indexOf(span) + step];
    if (next === undefined) this.#enter(this.#nextView(view, step), step);
    else view.focus(next);
  }

  /** Goes to the next span with a fault, of those that the filter lets through, and from the last one to the first. */
  goToFault(step: 1 | -1): void {
    const places = this.views.flatMap((view) =>
      view.element.hidden
        ? []
        : view.options.trace.spans.flatMap(({ faults }, span) =>
            faults.length > 0 && view.isMatch(span) ? [{ view, span }] : [],
          ),
    );
    const order = ({ view, span }: Place): number => view.options.index * 1e9 + span;
    const from = this.#current ? order(this.#current) : step > 0 ? -1 : Infinity;
    const next =
      step > 0
        ? (places.find((place) => order(place) > from) ?? places[0])
        : (places.findLast((place) => order(place) < from) ?? places.at(-1));
    next?.view.focus(next.span);
  }

  goToTrace(step: 1 | -1): void {
    const current = this.#seen();
    this.#enter(current ? this.#nextView(current.view, step) : this.#firstInSight(), 1);
  }

  enter(index: number): void {
    this.#enter(this.views[index], 1);
  }

  /** To the first or last span of this trace. */
  goToEnd(step: 1 | -1): void {
    this.#enter(this.#seen()?.view, step > 0 ? -1 : 1);
  }

  /** Expands what is below, or goes there. */
  goIn(): void {
    const current = this.#seen();
    if (!current) return;
    const { view, span } = current;
    if (view.rows.isCollapsed(span)) view.setCollapsed(span, false);
    else if (view.rows.countBelow(span) > 0) this.go(1);
  }

  /** Collapses what is below, or goes to what is above. */
  goOut(): void {
    const current = this.#seen();
    if (!current) return;
    const { view, span } = current;
    const above = view.rows.parentOf(span);
    if (view.rows.countBelow(span) > 0 && !view.rows.isCollapsed(span)) view.setCollapsed(span, true);
    else if (above !== -1) view.focus(above);
  }

  toggleBelow(): void {
    const current = this.#seen();
    current?.view.toggleBelow(current.span);
  }

  toggleDetails(): void {
    const current = this.#seen();
    current?.view.toggleDetails(current.span);
  }

  /** The current span, as long as it is to be seen. */
  #seen(): Place | undefined {
    const { view, span } = this.#current ?? {};
    if (!view || span === undefined || !view.isUnfolded) return undefined;
    return view.shown.includes(span) ? { view, span } : undefined;
  }

  #nextView(view: TraceView, step: 1 | -1): TraceView | undefined {
    const { index } = view.options;
    return step > 0
      ? this.views.slice(index + 1).find(isUnfolded)
      : this.views.slice(0, index).findLast(isUnfolded);
  }

  #firstInSight(): TraceView | undefined {
    return (
      this.views.find(
        (view) => isUnfolded(view) && view.element.getBoundingClientRect().bottom > innerHeight / 4,
      ) ?? this.views.find(isUnfolded)
    );
  }

  #enter(view: TraceView | undefined, step: 1 | -1): void {
    const span = step > 0 ? view?.shown[0] : view?.shown.at(-1);
    if (span !== undefined) view?.focus(span);
  }
}
