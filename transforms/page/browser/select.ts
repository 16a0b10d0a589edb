import { element } from './dom.js';

export type Option = readonly [value: string, title: string];

/** A choice of one of these, or of all. */
export function createSelect(label: string, all: string, options: readonly Option[]): HTMLSelectElement {
  const items = options.map(([value, title]) => element('option', { value }, title));
  return element('select', { 'aria-label': label }, element('option', { value: '' }, all), ...items);
}
