import { element } from '../../../page/browser/dom.js';
import { toVisibleText } from '../../../page/browser/hidden-characters.js';
import { createSelect } from '../../../page/browser/select.js';
import type { Option } from '../../../page/browser/select.js';
import { listFolders, NO_FILTER } from './changes.js';
import type { Filter } from './changes.js';
import type { PageData } from './data.js';
import { OUTCOMES } from './sites.js';

function listFamilies({ files }: PageData): Option[] {
  const families = files.flatMap((file) =>
    file.blocks.flatMap((block) => block.sites.map(({ family }) => family)),
  );
  return [...new Set(families)].toSorted().map((family) => [family, family]);
}

/** Says which changes are to be seen. */
export class FilterBar {
  readonly element: HTMLElement;
  readonly #search = element('input', {
    type: 'search',
    placeholder: 'Search paths, code, reasons',
    'aria-label': 'Search paths, code and reasons',
    spellcheck: 'false',
    autocomplete: 'off',
  });
  readonly #family: HTMLSelectElement;
  readonly #outcome: HTMLSelectElement;
  readonly #folder: HTMLSelectElement;
  readonly #hides = element('input', { type: 'checkbox' });
  readonly #count = element('p', { class: 'count', role: 'status' });
  readonly #clear = element('button', { type: 'button' }, 'Clear');

  constructor(data: PageData, onChange: () => void) {
    this.#family = createSelect('Family', 'All families', listFamilies(data));
    this.#outcome = createSelect('Outcome', 'All outcomes', Object.entries(OUTCOMES));
    const folders = listFolders(data).map((folder): Option => [folder, toVisibleText(folder)]);
    this.#folder = createSelect('Folder', 'All folders', folders);
    const hide = element('label', { class: 'hide' }, this.#hides, 'Hide reviewed');
    this.element = element(
      'search',
      { class: 'filters', 'aria-label': 'Filter' },
      ...[this.#search, this.#family, this.#outcome, this.#folder, hide, this.#count, this.#clear],
    );
    this.element.addEventListener('input', onChange);
    this.#clear.addEventListener('click', () => {
      this.clear();
      onChange();
      this.#search.focus();
    });
  }

  read(): Filter {
    return {
      text: this.#search.value,
      family: this.#family.value,
      outcome: this.#outcome.value,
      folder: this.#folder.value,
      hidesReviewed: this.#hides.checked,
    };
  }

  clear(): void {
    this.#search.value = NO_FILTER.text;
    for (const select of [this.#family, this.#outcome, this.#folder]) select.value = '';
    this.#hides.checked = NO_FILTER.hidesReviewed;
  }

  focus(): void {
    this.#search.focus();
    this.#search.select();
  }

  /** Says how many of all places are to be seen. */
  showCount(shown: number, all: number): void {
    this.#count.textContent = shown === all ? `${all} places` : `${shown} of ${all} places`;
    this.#clear.hidden = shown === all;
  }
}
