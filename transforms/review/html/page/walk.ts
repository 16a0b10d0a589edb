import type { BlockView } from './block-view.js';
import type { Change } from './changes.js';
import type { FileView } from './file-view.js';
import type { Sidebar } from './sidebar.js';

/** Goes from place to place, in the order of the page; what the keys act on is the current one. */
export class Walk {
  readonly #fileOf = new Map<Change, FileView>();
  #shown: readonly Change[] = [];
  #current: Change | undefined;

  constructor(
    readonly files: readonly FileView[],
    readonly isReviewed: (change: Change) => boolean,
    readonly sidebar: Sidebar,
  ) {
    for (const file of files) for (const change of file.changes) this.#fileOf.set(change, file);
    document.addEventListener('focusin', ({ target }) => this.#follow(target as Node));
  }

  get current(): Change | undefined {
    return this.#current;
  }

  get currentFile(): FileView | undefined {
    return this.#current && this.#fileOf.get(this.#current);
  }

  get currentBlock(): BlockView | undefined {
    return this.#current && this.currentFile?.block(this.#current);
  }

  /** Takes over what is to be seen now; a current place that is gone gives way to the one behind it. */
  show(shown: readonly Change[]): void {
    const before = this.#shown;
    this.#shown = shown;
    if (!this.#current || shown.includes(this.#current)) return;
    const rest = before.slice(before.indexOf(this.#current));
    const next = rest.find((change) => shown.includes(change));
    const hadFocus = document.activeElement?.closest('main') || document.activeElement === document.body;
    if (next && hadFocus) this.#goTo(next);
    else this.#current = undefined;
  }

  go(step: 1 | -1): void {
    const at = this.#current ? this.#shown.indexOf(this.#current) : -1;
    const index = at === -1 ? this.#firstInSight() : at + step;
    const next = this.#shown[Math.max(0, Math.min(index, this.#shown.length - 1))];
    if (next) this.#goTo(next);
  }

  /** Goes to the next place that is not reviewed, and from the last one to the first. */
  goToOpen(): void {
    const at = this.#current ? this.#shown.indexOf(this.#current) + 1 : 0;
    const order = [...this.#shown.slice(at), ...this.#shown.slice(0, at)];
    const next = order.find((change) => !this.isReviewed(change));
    if (next) this.#goTo(next);
  }

  goToFile(index: number): void {
    const next = this.#shown.find((change) => this.#fileOf.get(change) === this.files[index]);
    if (next) this.#goTo(next);
  }

  /** Brings the current place back to where it was seen, after all was drawn anew. */
  stay(): void {
    if (this.#current) this.#goTo(this.#current);
  }

  #firstInSight(): number {
    const file = this.files.find(({ element }) => element.getBoundingClientRect().bottom > innerHeight / 4);
    return Math.max(
      0,
      this.#shown.findIndex((change) => this.#fileOf.get(change) === file),
    );
  }

  #goTo(change: Change): void {
    this.#current = change;
    const block = this.currentBlock?.element;
    block?.focus({ preventScroll: true });
    block?.scrollIntoView({ block: 'start' });
  }

  #follow(target: Node): void {
    const file = this.files.find(({ element }) => element.contains(target));
    const change = file?.changes.find((one) => file.block(one)?.element.contains(target));
    if (!file || !change) return;
    this.#current = change;
    this.sidebar.setCurrent(file.index);
  }
}
