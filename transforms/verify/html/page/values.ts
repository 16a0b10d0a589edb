import { element } from '../../../page/browser/dom.js';
import { toVisible } from '../../../page/browser/hidden-characters.js';
import type { PageValue } from './data.js';

/** A longer text is shown when it is asked for. */
const MOST_CHARACTERS = 1000;

/** A text of any length. */
export function renderText(text: string): HTMLElement {
  if (text.length <= MOST_CHARACTERS) return element('span', {}, ...toVisible(text));
  const label = `Show all ${text.length.toLocaleString('en')} characters`;
  const more = element('button', { type: 'button' }, label);
  const shown = element('span', {}, ...toVisible(text.slice(0, MOST_CHARACTERS)), '… ', more);
  more.addEventListener('click', () => shown.replaceChildren(...toVisible(text)));
  return shown;
}

/** Keys with what stands beside them. */
export function renderPairs(pairs: readonly (readonly [key: string, value: HTMLElement])[]): HTMLElement {
  const rows = pairs.map(([key, value]) =>
    element('div', {}, element('dt', {}, ...toVisible(key)), element('dd', {}, value)),
  );
  return element('dl', { class: 'pairs' }, ...rows);
}

export function renderValues(values: readonly PageValue[]): HTMLElement {
  return renderPairs(values.map(([key, value]) => [key, renderText(value)] as const));
}
