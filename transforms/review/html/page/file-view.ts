import { element } from '../../../page/browser/dom.js';
import { toVisiblePath, toVisibleText } from '../../../page/browser/hidden-characters.js';
import { BlockView } from './block-view.js';
import type { Change } from './changes.js';
import { isChanged } from './patch.js';
import type { View } from './tables.js';

export interface FileOptions {
  readonly isReviewed: (change: Change) => boolean;
  readonly onTick: (changes: readonly Change[], isTicked: boolean) => void;
  readonly view: () => View;
}

function countLines(changes: readonly Change[], sign: string): number {
  return changes.reduce(
    (sum, { block }) => sum + block.lines.filter((line) => line.startsWith(sign)).length,
    0,
  );
}

/** One file on the page; its blocks are made when it comes near to what is seen. */
export class FileView {
  readonly element: HTMLElement;
  readonly #box: HTMLInputElement;
  readonly #body = element('div', { class: 'file-body' });
  readonly #hidesReturn: boolean;
  #blocks: Map<Change, BlockView> | undefined;
  #shown: ReadonlySet<Change>;

  /** @param changes all of one file, in order. */
  constructor(
    readonly index: number,
    readonly changes: readonly Change[],
    readonly options: FileOptions,
  ) {
    const [{ file } = { file: undefined }] = changes;
    const path = file?.path ?? '';
    this.#shown = new Set(changes);
    const lines = changes.flatMap(({ block }) => block.lines.filter((line) => !line.startsWith('\\')));
    // The last line of a file may have no end.
    this.#hidesReturn = lines.length > 1 && lines.slice(0, -1).every((line) => line.endsWith('\r'));
    this.#box = element('input', {
      type: 'checkbox',
      'aria-label': `Reviewed: all of ${toVisibleText(path)}`,
    });
    this.#box.addEventListener('change', () => options.onTick(changes, this.#box.checked));
    const [added, removed] = [countLines(changes, '+'), countLines(changes, '-')];
    const counts =
      file && isChanged(file)
        ? [
            element('span', { class: 'added' }, `+${added}`),
            element('span', { class: 'removed' }, `−${removed}`),
          ]
        : [element('span', {}, 'unchanged')];
    const title = element('h2', {}, toVisiblePath(path));
    const facts = element('span', { class: 'file-facts' }, ...counts);
    if (this.#hidesReturn) facts.append(element('span', {}, 'CRLF'));
    const head = element(
      'header',
      { class: 'file-head sheet-head' },
      element('label', { class: 'tick' }, this.#box, title),
      facts,
    );
    this.element = element(
      'article',
      { class: 'file sheet', id: `file-${index}`, 'aria-label': toVisibleText(path) },
      head,
      this.#body,
    );
    this.update();
  }

  block(change: Change): BlockView | undefined {
    this.render();
    return this.#blocks?.get(change);
  }

  render(): void {
    if (this.#blocks) return;
    const { isReviewed, onTick, view } = this.options;
    this.#blocks = new Map(
      this.changes.map((change) => [
        change,
        new BlockView(change, {
          view: view(),
          hidesReturn: this.#hidesReturn,
          isReviewed: isReviewed(change),
          onTick: (one, isTicked) => onTick([one], isTicked),
        }),
      ]),
    );
    this.#body.replaceChildren(...[...this.#blocks.values()].map((block) => block.element));
    this.show(this.#shown);
  }

  /** Makes what was made anew, in another view. */
  redraw(): void {
    if (!this.#blocks) return;
    this.#blocks = undefined;
    this.render();
  }

  show(shown: ReadonlySet<Change>): void {
    this.#shown = shown;
    const own = this.changes.filter((change) => shown.has(change));
    this.element.hidden = own.length === 0;
    const { isReviewed } = this.options;
    const height = own.reduce((sum, one) => sum + BlockView.estimateHeight(one, isReviewed(one)), 0);
    this.#body.style.minHeight = this.#blocks ? '' : `${height}px`;
    this.element.style.containIntrinsicHeight = `auto ${height + 50}px`;
    for (const [change, block] of this.#blocks ?? []) block.element.hidden = !shown.has(change);
  }

  /** Shows what is ticked now. */
  update(changed: readonly Change[] = []): void {
    const { isReviewed } = this.options;
    const count = this.changes.filter(isReviewed).length;
    this.#box.checked = count === this.changes.length;
    this.#box.indeterminate = count > 0 && count < this.changes.length;
    this.element.classList.toggle('is-reviewed', this.#box.checked);
    for (const change of changed) this.#blocks?.get(change)?.setReviewed(isReviewed(change));
  }
}
