import { element } from '../../../page/browser/dom.js';
import type { Part } from '../../../page/browser/render-in-time.js';

/** Some rows of a trace in a row: made when they come near to what is seen, and until then a gap as high as they. */
export class Chunk implements Part {
  readonly element = element('div', { class: 'chunk', role: 'none' });
  readonly #rows = new Map<number, HTMLElement>();

  /** @param create makes the row of a span, and what is open below it */
  constructor(
    readonly indexes: readonly number[],
    readonly create: (index: number) => readonly HTMLElement[],
  ) {
    this.element.style.setProperty('--rows', String(indexes.length));
  }

  render(): void {
    if (this.#rows.size > 0) return;
    for (const index of this.indexes) {
      const [row, ...below] = this.create(index);
      if (!row) continue;
      this.#rows.set(index, row);
      this.element.append(row, ...below);
    }
    this.element.classList.add('is-made');
  }

  /** The row of a span of these. */
  rowOf(index: number): HTMLElement | undefined {
    this.render();
    return this.#rows.get(index);
  }

  /** Makes a row anew, if it was made, and keeps the focus where it is. */
  redraw(index: number): void {
    const row = this.#rows.get(index);
    const [next, ...below] = row ? this.create(index) : [];
    if (!row || !next) return;
    const hasFocus = row.contains(document.activeElement);
    const old = row.nextElementSibling;
    if (old?.matches('.details')) old.remove();
    row.replaceWith(next, ...below);
    this.#rows.set(index, next);
    if (hasFocus) next.focus({ preventScroll: true });
  }
}
