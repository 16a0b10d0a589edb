import { element, plural } from '../../../page/browser/dom.js';
import { toVisibleText } from '../../../page/browser/hidden-characters.js';
import type { Change } from './changes.js';
import { OUTCOMES, renderSites } from './sites.js';
import { renderTable } from './tables.js';
import type { View } from './tables.js';

export interface BlockOptions {
  readonly view: View;
  readonly isReviewed: boolean;
  readonly hidesReturn: boolean;
  readonly onTick: (change: Change, isTicked: boolean) => void;
}

/** The lines that a block is about, as they are in the file before. */
export function nameLines({ block }: Change): string {
  const count = block.lines.filter((line) => /^[ -]/.test(line)).length;
  if (count === 0) return `Before line ${block.oldStart}`;
  return count === 1 ? `Line ${block.oldStart}` : `Lines ${block.oldStart}–${block.oldStart + count - 1}`;
}

function countOutcomes({ block }: Change): HTMLElement[] {
  return Object.entries(OUTCOMES).flatMap(([outcome, title]) => {
    const count = block.sites.filter((site) => site.outcome === outcome).length;
    const words = count > 1 ? `${count} ${title.toLowerCase()}` : title;
    return count === 0 ? [] : [element('span', { class: `outcome outcome-${outcome}` }, words)];
  });
}

/** One block on the page: what is ticked is folded, and can be unfolded. */
export class BlockView {
  readonly element: HTMLElement;
  readonly #box: HTMLInputElement;
  readonly #fold: HTMLButtonElement;
  readonly #body: HTMLElement;

  constructor(
    readonly change: Change,
    options: BlockOptions,
  ) {
    const { block, file } = change;
    const lines = nameLines(change);
    const label = `${toVisibleText(file.path)}, ${lines.toLowerCase()}`;
    this.#box = element('input', { type: 'checkbox', 'aria-label': `Reviewed: ${label}` });
    this.#box.addEventListener('change', () => options.onTick(change, this.#box.checked));
    this.#fold = element('button', { type: 'button', class: 'fold' });
    this.#fold.addEventListener('click', () => this.toggle());
    this.#body = element('div', { class: 'block-body' }, ...renderSites(block.sites));
    this.#body.append(renderTable(block, options.view, label, options.hidesReturn));
    const head = element(
      'div',
      { class: 'block-head' },
      element('label', { class: 'tick' }, this.#box, element('h3', {}, lines)),
      element('span', { class: 'block-outcomes' }, ...countOutcomes(change)),
      this.#fold,
    );
    const isChange = block.header !== '';
    const name = `block ${isChange ? 'is-change' : 'is-untouched'}`;
    this.element = element('section', { class: name, tabindex: '-1', 'aria-label': label }, head, this.#body);
    this.setReviewed(options.isReviewed);
    const height = BlockView.estimateHeight(change, options.isReviewed);
    this.element.style.containIntrinsicHeight = `auto ${height}px`;
  }

  /** About how high a block will be, in pixels, before it is there. */
  static estimateHeight({ block }: Change, isReviewed: boolean): number {
    return isReviewed ? 37 : 60 + block.sites.length * 26 + block.lines.length * 20;
  }

  setReviewed(isReviewed: boolean): void {
    this.#box.checked = isReviewed;
    this.element.classList.toggle('is-reviewed', isReviewed);
    this.#fold.hidden = !isReviewed;
    this.#setFolded(isReviewed);
  }

  /** Shows or hides the lines of a block that is ticked. */
  toggle(): void {
    if (!this.#fold.hidden) this.#setFolded(!this.#body.hidden);
  }

  #setFolded(isFolded: boolean): void {
    this.#body.hidden = isFolded;
    this.element.classList.toggle('is-folded', isFolded);
    this.#fold.textContent = isFolded ? `Show ${plural(this.change.block.lines.length, 'line')}` : 'Hide';
    this.#fold.setAttribute('aria-expanded', String(!isFolded));
  }
}
