import { element } from './dom.js';
import type { Content } from './dom.js';

/**
 * Controls, and what has no width or turns the direction of text: with them code may read as what it is not
 * (https://trojansource.codes).
 */
const HIDDEN =
  /(?!\t|\uFE0E|\uFE0F)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Default_Ignorable_Code_Point}]/gu;

function name(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Text for labels, with its hidden characters as `U+202E`. */
export function toVisibleText(text: string): string {
  return text.replace(HIDDEN, name);
}

/** The same for the page, where their names are set off. */
export function toVisible(text: string): Content[] {
  const contents: Content[] = [];
  let at = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > at) contents.push(text.slice(at, match.index));
    contents.push(element('span', { class: 'hidden-character' }, name(match[0])));
    at = match.index + match[0].length;
  }
  if (at < text.length) contents.push(text.slice(at));
  return contents;
}

/** A path that may break behind its slashes, with its last part set apart. */
export function toVisiblePath(path: string): HTMLElement {
  const parts = path.split('/');
  const last = parts.pop() ?? '';
  const folders = parts.flatMap((part) => [...toVisible(part), '/', element('wbr')]);
  return element(
    'span',
    { class: 'path' },
    element('span', { class: 'path-folder' }, ...folders),
    element('span', { class: 'path-name' }, ...toVisible(last)),
  );
}
