import { element, plural } from '../../../page/browser/dom.js';
import { toVisible } from '../../../page/browser/hidden-characters.js';
import type { Patch } from './patch.js';

/** For browsers that keep the clipboard from us: the text, ready to be copied by hand. */
function offer(text: string): void {
  const area = element('textarea', {
    readonly: true,
    rows: '16',
    'aria-label': 'Patch',
    spellcheck: 'false',
  });
  area.value = text;
  const close = element('button', { type: 'button' }, 'Close');
  const dialog = element(
    'dialog',
    { 'aria-label': 'Patch' },
    element('p', {}, 'The browser does not let the page copy this; copy it from here.'),
    area,
    close,
  );
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  area.select();
}

/** Copies the patch, whole or of the files that are reviewed, and says what came of it. */
export class CopyButtons {
  readonly element: HTMLElement;
  readonly toast = element('p', { class: 'toast', role: 'status' });
  readonly #ticked = element('button', { type: 'button' });
  #timer = 0;

  constructor(create: (isAll: boolean) => Patch) {
    const all = element('button', { type: 'button' }, 'Copy patch');
    all.addEventListener('click', () => void this.#copy(create(true)));
    this.#ticked.addEventListener('click', () => void this.#copy(create(false)));
    this.element = element('div', { class: 'group' }, all, this.#ticked);
  }

  /** @param fileCount how many files have all of their changes reviewed. */
  showCount(fileCount: number): void {
    this.#ticked.textContent = `Only reviewed (${fileCount})`;
    this.#ticked.setAttribute('aria-label', `Copy patch: only reviewed (${fileCount})`);
    this.#ticked.disabled = fileCount === 0;
  }

  async #copy({ text, fileCount, heldBack }: Patch): Promise<void> {
    const [first] = heldBack;
    const others = heldBack.length > 1 ? ` and ${heldBack.length - 1} more` : '';
    const held =
      first === undefined
        ? ''
        : ` Left out: ${first}${others}, only right together with files that are not reviewed.`;
    if (fileCount > 0) {
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        offer(text);
        return;
      }
    }
    this.#say(
      `${fileCount > 0 ? `Copied the patch of ${plural(fileCount, 'file')}.` : 'Nothing copied.'}${held}`,
    );
  }

  #say(text: string): void {
    this.toast.replaceChildren(...toVisible(text));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.toast.replaceChildren(), 8000);
  }
}
