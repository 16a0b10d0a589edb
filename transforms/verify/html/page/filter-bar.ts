import { element, plural } from '../../../page/browser/dom.js';
import { toVisibleText } from '../../../page/browser/hidden-characters.js';
import { createSelect } from '../../../page/browser/select.js';
import type { Option } from '../../../page/browser/select.js';
import type { PageData } from './data.js';
import { KINDS } from './filter.js';
import type { Filter } from './filter.js';

/** Says which spans are to be seen. */
export class FilterBar {
  readonly element: HTMLElement;
  readonly #search = element('input', {
    type: 'search',
    placeholder: 'Search names, attributes, ids',
    'aria-label': 'Search names, attributes and ids',
    spellcheck: 'false',
    autocomplete: 'off',
  });
  readonly #thread: HTMLSelectElement;
  readonly #kind: HTMLSelectElement;
  readonly #count = element('p', { class: 'count', role: 'status' });
  readonly #clear = element('button', { type: 'button' }, 'Clear');

  constructor(
    { threads, faults }: PageData,
    readonly onChange: () => void,
  ) {
    const names = threads.map(({ name }, index): Option => [String(index), toVisibleText(name)]);
    this.#thread = createSelect('Thread', 'All threads', names);
    const codes = faults.map(({ code, count }): Option => [code, `${code} (${count})`]);
    this.#kind = createSelect('Spans', 'All spans', [...Object.entries(KINDS), ...codes]);
    this.element = element(
      'search',
      { class: 'filters', 'aria-label': 'Filter' },
      ...[this.#search, this.#thread, this.#kind, this.#count, this.#clear],
    );
    this.element.addEventListener('input', onChange);
    this.#clear.addEventListener('click', () => {
      this.clear();
      this.#search.focus();
    });
  }

  read(): Filter {
    return { text: this.#search.value, thread: this.#thread.value, kind: this.#kind.value };
  }

  clear(): void {
    for (const control of [this.#search, this.#thread, this.#kind]) control.value = '';
    this.onChange();
  }

  setKind(kind: string): void {
    this.#kind.value = kind;
    this.onChange();
  }

  focus(): void {
    this.#search.focus();
    this.#search.select();
  }

  /** @param matching how many spans are let through; `undefined` where all are */
  showCount(matching: number | undefined, all: number, traces: number): void {
    const where = plural(traces, 'trace');
    const spans =
      matching === undefined
        ? plural(all, 'span')
        : `${matching.toLocaleString('en')} of ${plural(all, 'span')}`;
    this.#count.textContent = `${spans} in ${where}`;
    this.#clear.hidden = matching === undefined;
  }
}
