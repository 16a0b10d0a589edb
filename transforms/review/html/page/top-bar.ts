import { element, plural } from '../../../page/browser/dom.js';
import { toVisible, toVisibleText } from '../../../page/browser/hidden-characters.js';
import type { PageData } from './data.js';
import { isChanged } from './patch.js';
import { OUTCOMES } from './sites.js';

/** What the run came to, in figures. */
function summarise({ files, isDryRun, filesScanned }: PageData): HTMLElement {
  const outcomes = files.flatMap((file) => file.blocks.flatMap((block) => block.sites));
  const counts = Object.entries(OUTCOMES).flatMap(([outcome, title]) => {
    const count = outcomes.filter((site) => site.outcome === outcome).length;
    const words = `${count.toLocaleString('en')} ${title.toLowerCase()}`;
    return count === 0 ? [] : [element('span', { class: `outcome outcome-${outcome}` }, words)];
  });
  const verb = isDryRun ? 'would change' : 'changed';
  const changed = plural(files.filter(isChanged).length, 'file');
  const looked = `${changed} ${verb}, ${filesScanned.toLocaleString('en')} looked at`;
  return element('p', { class: 'summary' }, element('span', {}, looked), ...counts);
}

/** The head of the page: what was run, how far the review is, and what can be done. */
export class TopBar {
  readonly element: HTMLElement;
  readonly #meter = element('progress', { 'aria-label': 'Reviewed' });
  readonly #progress = element('span', { class: 'progress-text' });

  constructor(data: PageData, actions: readonly HTMLElement[]) {
    const name = data.root.split(/[\\/]/).findLast((part) => part !== '') ?? data.root;
    document.title = `Review of ${toVisibleText(name)}`;
    const title = element('h1', { title: toVisibleText(data.root) }, ...toVisible(name));
    this.element = element(
      'header',
      { class: 'top' },
      element('div', { class: 'top-title' }, title, summarise(data)),
      element('div', { class: 'progress' }, this.#progress, this.#meter),
      element('div', { class: 'actions' }, ...actions),
    );
  }

  showProgress(reviewed: number, all: number): void {
    this.#meter.max = Math.max(all, 1);
    this.#meter.value = reviewed;
    this.#progress.textContent = `${reviewed} of ${all} reviewed`;
  }
}
