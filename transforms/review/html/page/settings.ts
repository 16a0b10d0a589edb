import type { Store } from './store.js';
import type { View } from './tables.js';

export type Theme = 'system' | 'light' | 'dark';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
/** Below this width two columns of code cannot be read. */
const NARROW = '(max-width: 860px)';

/** How the reader likes the page; kept as far as the browser lets us. */
export class Settings {
  readonly #store: Store;
  readonly #narrow = matchMedia(NARROW);
  theme: Theme;
  hasKeys: boolean;
  #view: View;

  constructor(store: Store, onNarrow: () => void) {
    this.#store = store;
    this.theme = THEMES.find((theme) => theme === store.get('theme')) ?? 'system';
    this.hasKeys = store.get('keys') !== 'off';
    this.#view = store.get('view') === 'unified' ? 'unified' : 'split';
    this.#narrow.addEventListener('change', onNarrow);
    this.#showTheme();
  }

  get isNarrow(): boolean {
    return this.#narrow.matches;
  }

  get view(): View {
    return this.isNarrow ? 'unified' : this.#view;
  }

  setView(view: View): void {
    this.#view = view;
    this.#store.set('view', view);
  }

  setKeys(hasKeys: boolean): void {
    this.hasKeys = hasKeys;
    this.#store.set('keys', hasKeys ? 'on' : 'off');
  }

  nextTheme(): void {
    this.theme = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length] ?? 'system';
    this.#store.set('theme', this.theme);
    this.#showTheme();
  }

  #showTheme(): void {
    document.documentElement.dataset['theme'] = this.theme;
  }
}
