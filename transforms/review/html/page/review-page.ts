import { element } from '../../../page/browser/dom.js';
import type { Help } from '../../../page/browser/help.js';
import { listenToKeys } from '../../../page/browser/keyboard.js';
import { measureBars } from '../../../page/browser/measure-bars.js';
import { PageButtons } from '../../../page/browser/page-buttons.js';
import { Renderer } from '../../../page/browser/render-in-time.js';
import { PREFIX } from '../../../page/browser/settings.js';
import { Store } from '../../../page/browser/store.js';
import { isShown, listChanges } from './changes.js';
import type { Change } from './changes.js';
import { CopyButtons } from './copy-buttons.js';
import type { PageData } from './data.js';
import { FileView } from './file-view.js';
import { FilterBar } from './filter-bar.js';
import { createEmptyNote, createNotes } from './notes.js';
import { createPatch, isChanged } from './patch.js';
import { ReviewSettings } from './settings.js';
import { Sidebar } from './sidebar.js';
import type { View } from './tables.js';
import { Ticks } from './ticks.js';
import { TopBar } from './top-bar.js';
import { Walk } from './walk.js';

const HELP: Help = {
  keys: [
    [['j'], 'next place'],
    [['k'], 'previous place'],
    [['n'], 'next place that is not reviewed'],
    [['x'], 'tick or untick this place as reviewed'],
    [['X'], 'tick or untick all of this file'],
    [['o'], 'show or hide what is ticked'],
    [['/'], 'search'],
    [['u'], 'unified or side by side'],
  ],
  remark: 'What is ticked stays in this browser, as long as the code and its outcome stay the same.',
};

/** Brings the parts of the page together. */
export class ReviewPage {
  readonly #ticks: Ticks;
  readonly #settings: ReviewSettings;
  readonly #changes: readonly Change[];
  readonly #files: readonly FileView[];
  readonly #filters: FilterBar;
  readonly #sidebar: Sidebar;
  readonly #top: TopBar;
  readonly #walk: Walk;
  readonly #copy: CopyButtons;
  readonly #empty: HTMLElement;
  readonly #viewButton = element('button', { type: 'button', class: 'view' });
  readonly #buttons: PageButtons;

  constructor(readonly data: PageData) {
    this.#ticks = new Ticks(new Store(`${PREFIX}/${data.key}`));
    this.#settings = new ReviewSettings(() => this.#showView());
    const byFile = listChanges(data);
    this.#changes = byFile.flat();
    const view = (): View => this.#settings.view;
    const options = { isReviewed: this.#isReviewed, onTick: this.#tick, view };
    this.#files = byFile.map((changes, index) => new FileView(index, changes, options));
    this.#filters = new FilterBar(data, () => this.#filter());
    this.#sidebar = new Sidebar(byFile, (index) => this.#walk.goToFile(index));
    this.#walk = new Walk(this.#files, this.#isReviewed, this.#sidebar);
    this.#copy = new CopyButtons((isAll) => this.#createPatch(isAll));
    this.#buttons = new PageButtons(this.#settings, HELP);
    this.#viewButton.addEventListener('click', this.#toggleView);
    const actions = [this.#copy.element, this.#viewButton, this.#buttons.theme, this.#buttons.help];
    this.#top = new TopBar(data, actions);
    this.#empty = createEmptyNote(data);
  }

  start(): void {
    const files = this.#files.map((file) => file.element);
    const main = element('main', {}, this.#empty, ...files, ...createNotes(this.data));
    const bars = element('div', { class: 'bars' }, this.#top.element, this.#filters.element);
    const columns = element('div', { class: 'columns' }, this.#sidebar.element, main);
    document.body.append(bars, columns, this.#copy.toast, this.#buttons.dialog);
    this.#showView();
    this.#filter();
    const renderer = new Renderer();
    for (const file of this.#files) renderer.add(file);
    measureBars(bars);
    listenToKeys(this.#commands(), () => this.#settings.hasKeys);
  }

  #commands(): Record<string, () => void> {
    const tick = (changes: readonly Change[]): void => this.#tick(changes, !changes.every(this.#isReviewed));
    return {
      j: () => this.#walk.go(1),
      k: () => this.#walk.go(-1),
      n: () => this.#walk.goToOpen(),
      x: () => tick(this.#walk.current ? [this.#walk.current] : []),
      X: () => tick(this.#walk.currentFile?.changes ?? []),
      o: () => this.#walk.currentBlock?.toggle(),
      '/': () => this.#filters.focus(),
      u: this.#toggleView,
      t: this.#buttons.nextTheme,
      '?': this.#buttons.showHelp,
    };
  }

  readonly #isReviewed = ({ block }: Change): boolean => this.#ticks.has(block.id);

  readonly #tick = (changes: readonly Change[], isTicked: boolean): void => {
    this.#ticks.set(
      changes.map(({ block }) => block.id),
      isTicked,
    );
    this.#files.find((file) => file.changes.includes(changes[0] as Change))?.update(changes);
    if (this.#filters.read().hidesReviewed) this.#filter();
    else this.#count();
  };

  #filter(): void {
    const filter = this.#filters.read();
    const shown = this.#changes.filter((change) => isShown(change, filter, this.#isReviewed(change)));
    const set = new Set(shown);
    for (const file of this.#files) file.show(set);
    this.#walk.show(shown);
    this.#filters.showCount(shown.length, this.#changes.length);
    this.#empty.hidden = shown.length > 0;
    this.#count();
  }

  #count(): void {
    this.#files.forEach(({ changes, element: { hidden } }, index) => {
      const reviewed = changes.filter(this.#isReviewed).length;
      this.#sidebar.show(index, !hidden, reviewed, changes.length);
    });
    this.#sidebar.hideEmpty();
    this.#top.showProgress(this.#changes.filter(this.#isReviewed).length, this.#changes.length);
    this.#copy.showCount(this.data.files.filter((file) => isChanged(file) && this.#isDone(file)).length);
  }

  #isDone({ blocks }: PageData['files'][number]): boolean {
    return blocks.every(({ id, header }) => header === '' || this.#ticks.has(id));
  }

  #createPatch(isAll: boolean): ReturnType<typeof createPatch> {
    return createPatch(this.data, (file) => isAll || this.#isDone(file));
  }

  readonly #toggleView = (): void => {
    this.#settings.setView(this.#settings.view === 'split' ? 'unified' : 'split');
    this.#showView();
  };

  #showView(): void {
    const { view } = this.#settings;
    this.#viewButton.textContent = view === 'split' ? 'Unified' : 'Side by side';
    this.#viewButton.hidden = this.#settings.isNarrow;
    for (const file of this.#files) file.redraw();
    this.#walk.stay();
  }
}
