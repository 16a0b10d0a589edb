import { element } from './dom.js';
import { createHelp } from './help.js';
import type { Help } from './help.js';
import type { Settings } from './settings.js';

/** The buttons that every page has, for the theme and for help; their keys are `t` and `?`. */
export class PageButtons {
  readonly theme = element('button', { type: 'button' });
  readonly help = element('button', { type: 'button', 'aria-label': 'Help' }, '?');
  readonly dialog: HTMLDialogElement;

  constructor(
    readonly settings: Settings,
    help: Help,
  ) {
    this.dialog = createHelp(help, settings);
    this.help.addEventListener('click', this.showHelp);
    this.theme.addEventListener('click', this.nextTheme);
    this.#showTheme();
  }

  readonly showHelp = (): void => this.dialog.showModal();

  readonly nextTheme = (): void => {
    this.settings.nextTheme();
    this.#showTheme();
  };

  #showTheme(): void {
    const { theme } = this.settings;
    this.theme.setAttribute('aria-label', `Theme: ${theme}`);
    this.theme.replaceChildren('Theme', element('span', { class: 'if-wide' }, `: ${theme}`));
  }
}
