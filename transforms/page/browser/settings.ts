import { Store } from './store.js';

export type Theme = 'system' | 'light' | 'dark';

/** What all pages of this package keep theirs under. */
export const PREFIX = 'traced-pool-codemod';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** How the reader likes the pages; kept as far as the browser lets us. */
export class Settings {
  protected readonly store = new Store(PREFIX);
  theme: Theme;
  hasKeys: boolean;

  constructor() {
    this.theme = THEMES.find((theme) => theme === this.store.get('theme')) ?? 'system';
    this.hasKeys = this.store.get('keys') !== 'off';
    this.#showTheme();
  }

  setKeys(hasKeys: boolean): void {
    this.hasKeys = hasKeys;
    this.store.set('keys', hasKeys ? 'on' : 'off');
  }

  nextTheme(): void {
    this.theme = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length] ?? 'system';
    this.store.set('theme', this.theme);
    this.#showTheme();
  }

  #showTheme(): void {
    document.documentElement.dataset['theme'] = this.theme;
  }
}
