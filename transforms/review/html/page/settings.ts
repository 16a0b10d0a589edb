import { Settings } from '../../../page/browser/settings.js';
import type { View } from './tables.js';

/** Below this width two columns of code cannot be read. */
const NARROW = '(max-width: 860px)';

/** How the reader likes this page. */
export class ReviewSettings extends Settings {
  readonly #narrow = matchMedia(NARROW);
  #view: View;

  constructor(onNarrow: () => void) {
    super();
    this.#view = this.store.get('view') === 'unified' ? 'unified' : 'split';
    this.#narrow.addEventListener('change', onNarrow);
  }

  get isNarrow(): boolean {
    return this.#narrow.matches;
  }

  get view(): View {
    return this.isNarrow ? 'unified' : this.#view;
  }

  setView(view: View): void {
    this.#view = view;
    this.store.set('view', view);
  }
}
