import { element, unseen } from '../../../page/browser/dom.js';
import { toVisible } from '../../../page/browser/hidden-characters.js';
import type { Change } from './changes.js';

interface Entry {
  readonly item: HTMLElement;
  readonly link: HTMLElement;
  readonly state: HTMLElement;
}

/** The files by their folders, as links to their places. */
export class Sidebar {
  readonly element: HTMLElement;
  readonly #entries: readonly Entry[];
  readonly #folders = new Map<string, { readonly item: HTMLElement; readonly list: HTMLElement }>();
  #current: HTMLElement | undefined;

  /** @param files the changes of each file, in order. */
  constructor(files: readonly (readonly Change[])[], onChoose: (fileIndex: number) => void) {
    const list = element('ul', {});
    this.#entries = files.map((changes, index) => {
      const path = changes[0]?.file.path ?? '';
      const at = path.lastIndexOf('/') + 1;
      const state = element('span', { class: 'state' });
      const name = element('span', { class: 'name' }, ...toVisible(path.slice(at)));
      const link = element('a', { href: `#file-${index}` }, name, state);
      link.addEventListener('click', (event) => {
        event.preventDefault();
        onChoose(index);
      });
      const item = element('li', {}, link);
      this.#folder(path.slice(0, at), list).append(item);
      return { item, link, state };
    });
    this.element = element('nav', { class: 'sidebar', 'aria-label': 'Files' }, list);
  }

  show(index: number, isShown: boolean, reviewed: number, all: number): void {
    const entry = this.#entries[index];
    if (!entry) return;
    entry.item.hidden = !isShown;
    const text = reviewed === all ? '✓' : `${reviewed}/${all}`;
    // A thousand files are shown anew with each tick.
    if (entry.state.firstChild?.nodeValue === text) return;
    entry.link.classList.toggle('is-reviewed', reviewed === all);
    entry.state.replaceChildren(text, unseen(' reviewed'));
  }

  /** Hides the folders whose files are all hidden. */
  hideEmpty(): void {
    for (const { item, list } of this.#folders.values())
      item.hidden = [...list.children].every((child) => (child as HTMLElement).hidden);
  }

  setCurrent(index: number): void {
    this.#current?.removeAttribute('aria-current');
    this.#current = this.#entries[index]?.link;
    this.#current?.setAttribute('aria-current', 'true');
    this.#current?.scrollIntoView({ block: 'nearest' });
  }

  #folder(folder: string, list: HTMLElement): HTMLElement {
    const known = this.#folders.get(folder);
    if (known) return known.list;
    const own = element('ul', {});
    const item = element('li', { class: 'folder' });
    if (folder !== '') item.append(element('span', { class: 'folder-name' }, ...toVisible(folder)));
    item.append(own);
    list.append(item);
    this.#folders.set(folder, { item, list: own });
    return own;
  }
}
