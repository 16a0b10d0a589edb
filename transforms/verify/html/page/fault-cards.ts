import { element, plural } from '../../../page/browser/dom.js';
import { toVisible } from '../../../page/browser/hidden-characters.js';
import type { PageData, PageFaultKind } from './data.js';

/** How many pieces of advice are shown at once. */
const MOST = 3;

function createAdvice(advice: readonly string[]): HTMLElement {
  const items = advice.map((text) => element('li', {}, ...toVisible(text)));
  const list = element('ul', { class: 'advice' }, ...items.slice(0, MOST));
  if (items.length <= MOST) return list;
  const more = element(
    'button',
    { type: 'button' },
    `${plural(items.length - MOST, 'more')}`.replace(/s$/, ''),
  );
  more.addEventListener('click', () => {
    more.remove();
    list.append(...items.slice(MOST));
  });
  return element('div', {}, list, more);
}

/** What the run came to: each kind of fault with its count, which filters, and with what mends it. */
export class FaultCards {
  readonly element: HTMLElement;
  readonly #buttons = new Map<string, HTMLButtonElement>();

  constructor({ verdict, isGood, faults, notes }: PageData, onChoose: (code: string) => void) {
    const cards = faults.map((kind) => element('li', { class: 'card' }, ...this.#createCard(kind, onChoose)));
    const remarks = notes.map((note) => element('p', { class: 'note' }, ...toVisible(note)));
    const sentence = element('p', { class: isGood ? 'verdict is-good' : 'verdict' }, ...toVisible(verdict));
    this.element = element('section', { class: 'verdicts', 'aria-label': 'Verdict' }, sentence, ...remarks);
    if (cards.length > 0) this.element.append(element('ul', { class: 'cards' }, ...cards));
  }

  /** @param kind the code that the filter asks for */
  show(kind: string): void {
    for (const [code, button] of this.#buttons) button.setAttribute('aria-pressed', String(code === kind));
  }

  #createCard(
    { code, one, many, count, advice }: PageFaultKind,
    onChoose: (code: string) => void,
  ): HTMLElement[] {
    const mark = element('span', { class: 'fault' }, code);
    const button = element(
      'button',
      { type: 'button', class: 'card-filter' },
      mark,
      ` × ${count.toLocaleString('en')}`,
    );
    button.addEventListener('click', () =>
      onChoose(button.getAttribute('aria-pressed') === 'true' ? '' : code),
    );
    this.#buttons.set(code, button);
    const sentence = `${count.toLocaleString('en')} ${count === 1 ? one : many}.`;
    return [button, element('p', {}, sentence), createAdvice(advice)];
  }
}
